import { describe, expect, it } from '@jest/globals';
import { hostKeyOf, keysAbove } from './host-key.js';

describe('the key of a site', () => {
  it('begins with those of the domains above it', () => {
    expect(hostKeyOf('https://WWW.News.Example:8080/a?b')).toBe('example.news.www');
    expect(keysAbove('example.news.www')).toEqual([
      'example.news.www',
      'example.news',
      'example',
      '*',
    ]);
  });

  it('is none where there is no site, for which only the general rule holds', () => {
    expect([hostKeyOf('no address'), hostKeyOf('')]).toEqual([null, null]);
    expect(keysAbove(null)).toEqual(['*']);
  });
});
