import { describe, expect, it } from '@jest/globals';
import { parseRobots } from './matcher.js';

const parse = (text: string, status = 200) => parseRobots(Buffer.from(text), status, 'TocsinBot');

describe('a robots.txt that was read once', () => {
  it('answers for any number of URLs, each by itself', () => {
    const { verdict, crawlDelay } = parse(
      'User-agent: *\nCrawl-delay: 3\nDisallow: /a\nAllow: /a/b',
    );
    expect(crawlDelay).toBe(3);
    const reasons = ['/', '/a', '/a/b', '/a/%62', '/a'].map(
      (path) => verdict(`https://a.org${path}`).reason,
    );
    expect(reasons).toEqual(['allowed', 'disallowed', 'allowed', 'disallowed', 'disallowed']);
  });

  it('answers the same for all when there was no file to read', () => {
    for (const url of ['http://a.org/', 'http://a.org/x?y'])
      expect([404, 503, 0].map((status) => parse('', status).verdict(url).allowed)).toEqual([
        true,
        false,
        false,
      ]);
  });

  it('is read so fast that thousands of rules and URLs cost little', () => {
    const lines = Array.from({ length: 2_000 }, (_, i) => `Disallow: /path-${i}/*.html$`);
    const { verdict } = parse(['User-agent: *', ...lines].join('\n'));
    const started = performance.now();
    for (let i = 0; i < 200; i++)
      expect(verdict(`http://a.org/path-${i}/x.html`).allowed).toBe(false);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
