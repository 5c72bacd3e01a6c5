import { describe, expect, it } from '@jest/globals';
import { robotsLines } from './lines.js';

const lines = (text: string) => [...robotsLines(text)];

describe('the lines of a robots.txt', () => {
  it('are read whatever ends them, without comments and blanks', () => {
    expect(lines('\uFEFFUser-agent: a # b\r\n\r\nAllow: /x\rDisallow:/y\n# c')).toEqual([
      ['user-agent', 'a'],
      ['allow', '/x'],
      ['disallow', '/y'],
    ]);
  });

  it('protect the site although mistyped', () => {
    for (const typo of ['Dissallow', 'DISALOW', 'Diasllow', 'disallaw'])
      expect(lines(`${typo}: /x`)).toEqual([['disallow', '/x']]);
    expect(lines('User Agent: a\nUseragent: b')).toHaveLength(2);
  });

  it('may lack their colon when they are two words', () => {
    expect(lines('disallow /x')).toEqual([['disallow', '/x']]);
    expect(lines('disallow the crawlers')).toEqual([]);
  });

  it('mean nothing when their key is unknown', () => {
    expect(lines('Sitemap: http://a.org/s.xml\nUnicorn: /\n: /x')).toEqual([]);
  });

  it('are cut at a length that no path reaches', () => {
    expect(lines(`Disallow: /${'x'.repeat(50_000)}`)[0]?.[1].length).toBeLessThan(2083 * 8);
  });
});
