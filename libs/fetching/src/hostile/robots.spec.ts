import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { pump } from '../testing/misbehaviours.js';
import { endOf } from '../testing/rough-server.js';
import { politeClient, redirect, site, text, type Answer } from '../testing/site.js';

const ALLOWED = '200 page';
const FORBIDDEN = 'ERR_FETCH_ROBOTS';
const UNREACHABLE = 'ERR_FETCH_ROBOTS_UNREACHABLE';
const status =
  (code: number): Answer =>
  (_, response) =>
    void response.writeHead(code).end('User-agent: *\nDisallow: /');
const coded =
  (coding: string, body: Buffer): Answer =>
  (_, response) =>
    void response.writeHead(200, { 'content-encoding': coding }).end(body);
const rules = 'User-agent: *\nDisallow: /\n';

const cases: readonly (readonly [string, Answer, string])[] = [
  ['fails', status(500), UNREACHABLE],
  ['is down for now', status(503), UNREACHABLE],
  ['is withheld', status(403), ALLOWED],
  ['asks for less traffic', status(429), ALLOWED],
  ['is gone', status(410), ALLOWED],
  ['has a status that means nothing', status(300), UNREACHABLE],
  ['is unchanged, though nobody asked', status(304), UNREACHABLE],
  ['is a page', text('<!doctype html><title>Not found</title>Disallow: /nowhere'), ALLOWED],
  ['is empty', text(''), ALLOWED],
  ['is binary', (_, response) => void response.end(Buffer.alloc(5_000, 0xff)), ALLOWED],
  ['is UTF-16', (_, response) => void response.end(Buffer.from(rules, 'utf16le')), ALLOWED],
  ['begins with a byte order mark', text(`\uFEFF${rules}`), FORBIDDEN],
  ['is one endless line', text('x'.repeat(600_000)), ALLOWED],
  ['is endless', (_, response) => pump(response, rules), FORBIDDEN],
  ['is larger than is read', text(`${rules}${'# x\n'.repeat(300_000)}`), FORBIDDEN],
  ['forbids only beyond what is read', text(`${'# x\n'.repeat(200_000)}${rules}`), ALLOWED],
  ['is compressed', coded('gzip', gzipSync(rules)), FORBIDDEN],
  ['is a bomb', coded('gzip', gzipSync(rules.repeat(2_000_000))), FORBIDDEN],
  ['is not in its coding', coded('gzip', Buffer.from(rules)), UNREACHABLE],
  ['is in a coding nobody knows', coded('x-snake-oil', Buffer.from(rules)), UNREACHABLE],
  ['breaks off', (_, response) => response.destroy(), UNREACHABLE],
  ['never comes', () => undefined, UNREACHABLE],
  ['leads in a circle', redirect('/robots.txt'), ALLOWED],
  ['leads to a private address', redirect('http://169.254.169.254/robots.txt'), UNREACHABLE],
  ['leads to another scheme', redirect('file:///robots.txt'), UNREACHABLE],
  ['leads nowhere', redirect(''), UNREACHABLE],
  ['has thousands of groups', text('User-agent: a\nDisallow: /\n'.repeat(18_000)), ALLOWED],
  ['has a pattern of stars', text(`User-agent: *\nDisallow: /${'*a'.repeat(9_000)}$`), ALLOWED],
  ['has words that objects inherit', text('__proto__: x\nconstructor: y'), ALLOWED],
];

describe('a robots.txt that goes wrong', () => {
  it.each(cases)('as it %s: the page is fetched or not', async (name, robots, expected) => {
    const { origin, host, paths } = await site({ '/robots.txt': robots, '/page': text('page') });
    const deadlineMs = name === 'never comes' ? 300 : 5_000;
    const polite = politeClient([host], { deadlineMs, maxBodyBytes: 1_000_000 });
    expect(await endOf(polite.fetch(`${origin}/page`))).toBe(expected);
    if (expected !== ALLOWED) expect(paths()).not.toContain('/page');
  });

  it.each(['1e9', '86401', 'Infinity'])(
    'a crawl delay of %s holds a host for a day at most',
    async (delay) => {
      const { origin, host } = await site({
        '/robots.txt': text(`User-agent: *\nCrawl-delay: ${delay}`),
        '/page': text('page'),
      });
      const polite = politeClient([host], { maxWaitMs: 20 });
      // It holds from the answer on that asked for it.
      await expect(polite.fetch(`${origin}/page`)).rejects.toMatchObject({
        code: 'ERR_FETCH_HOST_BUSY',
        retryAfterMs: expect.any(Number),
      });
      const { retryAfterMs } = await polite.fetch(`${origin}/page`).catch((error) => error);
      expect(retryAfterMs).toBeLessThanOrEqual(86_400_000);
    },
  );

  it.each(['-5', 'soon', 'NaN', ''])('a crawl delay of "%s" is none', async (delay) => {
    const { origin, host } = await site({
      '/robots.txt': text(`User-agent: *\nCrawl-delay: ${delay}`),
      '/page': text('page'),
    });
    const polite = politeClient([host], { maxWaitMs: 20 });
    for (let i = 0; i < 2; i++) expect(await endOf(polite.fetch(`${origin}/page`))).toBe(ALLOWED);
  });
});
