import { describe, expect, it } from '@jest/globals';
import { politeClient, site, text } from '../testing/site.js';
import { MemoryRobotsCache } from './memory-robots-cache.js';
import type { KnownRobots } from './robots-cache.port.js';

/** A cache that several processes share, counting how often it is asked. */
class SharedCache extends MemoryRobotsCache {
  asked = 0;
  ttlMs: number | undefined;

  override async get(origin: string): Promise<KnownRobots | null> {
    this.asked += 1;
    const known = await super.get(origin);
    return known && { ...known, ttlMs: this.ttlMs ?? known.ttlMs };
  }
}

const rules = text(
  'User-agent: *\nDisallow: /private\nCrawl-delay: 0\nSitemap: https://a.org/s.xml',
);

describe('the rules of a site', () => {
  it('are asked for once, of the site and of the cache, for all pages of a process', async () => {
    const { origin, host, paths } = await site({ '/robots.txt': rules, '/a': text('A') });
    const robots = new SharedCache();
    const polite = politeClient([host], { robots });
    for (let i = 0; i < 50; i++) await polite.fetch(`${origin}/a`);
    expect(paths().filter((path) => path === '/robots.txt')).toHaveLength(1);
    expect(robots.asked).toBe(1);
    const another = politeClient([host], { robots });
    await another.fetch(`${origin}/a`);
    await expect(another.fetch(`${origin}/private`)).rejects.toMatchObject({
      code: 'ERR_FETCH_ROBOTS',
    });
    expect(robots.asked).toBe(2);
    expect(paths().filter((path) => path === '/robots.txt')).toHaveLength(1);
  });

  it('are kept no longer than the shared answer is good', async () => {
    const { origin, host } = await site({ '/robots.txt': rules, '/a': text('A') });
    const robots = new SharedCache();
    await politeClient([host], { robots }).fetch(`${origin}/a`);
    robots.ttlMs = 40;
    const polite = politeClient([host], { robots });
    await polite.fetch(`${origin}/a`);
    const { asked } = robots;
    await new Promise((passed) => setTimeout(passed, 60));
    await polite.fetch(`${origin}/a`);
    expect(robots.asked).toBe(asked + 1);
  });
});

describe('a robots.txt on its own', () => {
  it('is told with its verdict and its text, without the page being asked for', async () => {
    const { origin, host, paths } = await site({ '/robots.txt': rules });
    const polite = politeClient([host]);
    expect(await polite.robots(`${origin}/private/x`)).toEqual({
      allowed: false,
      reason: 'disallowed',
      crawlDelay: 0,
      status: 200,
      text: expect.stringContaining('Sitemap: https://a.org/s.xml'),
    });
    expect(await polite.robots(`${origin}/x`)).toMatchObject({ allowed: true });
    expect(paths()).toEqual(['/robots.txt']);
  });

  it('is told also where there is none, or no telling', async () => {
    const { origin, host } = await site({});
    expect(await politeClient([host]).robots(`${origin}/x`)).toMatchObject({
      allowed: true,
      status: 404,
    });
    const troubled = await site({ '/robots.txt': (_, response) => response.destroy() });
    expect(await politeClient([troubled.host]).robots(`${troubled.origin}/x`)).toMatchObject({
      allowed: false,
      reason: 'unreachable',
      status: 0,
    });
  });

  it('is refused where the page would be', async () => {
    for (const url of ['http://127.0.0.1/', 'ftp://a.org/', 'no url', 'http://a.org:22/'])
      await expect(politeClient([]).robots(url)).rejects.toMatchObject({ status: 'refused' });
  });
});
