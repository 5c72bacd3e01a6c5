import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ROBOTS_MAX_BYTES } from './matcher.js';
import { robotsVerdict } from './verdict.js';

interface Case {
  readonly id: string;
  readonly input: {
    readonly robots_txt: string;
    readonly user_agent: string;
    readonly url: string;
  };
  readonly expected: { readonly allowed: boolean };
}
const cases = readFileSync(new URL('../../fixtures/robots.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Case);

const verdict = (text: string, url: string, status = 200) =>
  robotsVerdict(Buffer.from(text), status, 'TocsinBot', url);

describe("the reference crawler's own cases", () => {
  it.each(cases.map((c) => [c.id, c] as const))('%s', (_, { input, expected }) => {
    const { robots_txt, user_agent, url } = input;
    expect(robotsVerdict(Buffer.from(robots_txt), 200, user_agent, url).allowed).toBe(
      expected.allowed,
    );
  });
});

describe('an answer that is no file', () => {
  it('sets no limits when the file is missing or withheld', () => {
    for (const status of [400, 401, 403, 404, 410, 429])
      expect(verdict('User-agent: *\nDisallow: /', 'http://a.org/x', status).allowed).toBe(true);
  });

  it('forbids everything when the server is in trouble or silent', () => {
    for (const status of [500, 503, 599, 0, 302])
      expect(verdict('', 'http://a.org/x', status)).toMatchObject({
        allowed: false,
        reason: 'unreachable',
      });
  });
});

describe('a prohibition', () => {
  it('holds for every spelling of the path', () => {
    const text = 'User-agent: *\nDisallow: /~joe/\nDisallow: /%7Eann/';
    for (const path of ['/~joe/x', '/%7Ejoe/x', '/%7ejoe/x', '/~ann/x', '/%7Eann/x'])
      expect(verdict(text, `http://a.org${path}`).allowed).toBe(false);
    expect(verdict(text, 'http://a.org/joe/').allowed).toBe(true);
  });

  it('is not lifted by a shorter permission, but by one as long', () => {
    const text = 'User-agent: *\nAllow: /a\nDisallow: /a/b\nAllow: /a/c\nDisallow: /a/c';
    expect(verdict(text, 'http://a.org/a/b').allowed).toBe(false);
    expect(verdict(text, 'http://a.org/a/c').allowed).toBe(true);
  });
});

describe('a crawl delay', () => {
  it('is taken from the group that speaks to us', () => {
    const text =
      'User-agent: *\nCrawl-delay: 9\n\nUser-agent: tocsinbot\nCrawl-delay: 2.5\nDisallow:';
    expect(verdict(text, 'http://a.org/').crawlDelay).toBe(2.5);
  });

  it('is none when it is no number of seconds', () => {
    expect(verdict('User-agent: *\nCrawl-delay: soon', 'http://a.org/').crawlDelay).toBeNull();
    expect(verdict('User-agent: *\nCrawl-delay: -3', 'http://a.org/').crawlDelay).toBeNull();
  });

  it('never exceeds a day', () => {
    expect(verdict('User-agent: *\nCrawl-delay: 1e9', 'http://a.org/').crawlDelay).toBe(86_400);
  });
});

describe('a hostile file', () => {
  it('is read up to 500 KiB', () => {
    const text = `User-agent: *\n${'#'.repeat(ROBOTS_MAX_BYTES)}\nDisallow: /`;
    expect(verdict(text, 'http://a.org/x').allowed).toBe(true);
  });

  it('cannot make matching slow by its stars', () => {
    const text = `User-agent: *\nDisallow: /${'*a'.repeat(5000)}$`;
    const started = performance.now();
    expect(verdict(text, `http://a.org/${'a'.repeat(4000)}b`).allowed).toBe(true);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('may hold any bytes', () => {
    const bytes = Uint8Array.from({ length: 4096 }, (_, i) => i % 256);
    expect(robotsVerdict(bytes, 200, 'TocsinBot', 'http://a.org/').allowed).toBe(true);
  });
});
