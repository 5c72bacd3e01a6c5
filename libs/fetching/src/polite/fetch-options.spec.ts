import { describe, expect, it } from '@jest/globals';
import { politeClient, redirect, site, text } from '../testing/site.js';
import type { HostLease, RequestReport } from './host-leases.port.js';
import { MemoryHostLeases } from './memory-host-leases.js';

/** Permits so many requests, counting how often it is asked. */
function permits(count: number) {
  let asked = 0;
  return { permit: () => Promise.resolve(++asked <= count), asked: () => asked };
}

describe('a source that is stopped', () => {
  it.each([
    [0, []],
    [1, ['/robots.txt']],
    [2, ['/robots.txt', '/a']],
    [3, ['/robots.txt', '/a', '/b']],
  ])('after %i requests gets no further one', async (count, paths) => {
    const {
      origin,
      host,
      paths: seen,
    } = await site({
      '/a': redirect('/b'),
      '/b': redirect('/c'),
      '/c': text('end'),
    });
    const { permit } = permits(count);
    await expect(politeClient([host]).fetch(`${origin}/a`, { permit })).rejects.toMatchObject({
      code: 'ERR_FETCH_STOPPED',
      again: false,
    });
    expect(seen()).toEqual(paths);
  });

  it('is not asked about before the request that its caller holds the turn for', async () => {
    const { origin, host, paths } = await site({ '/a': text('A') });
    const leases = new MemoryHostLeases();
    const polite = politeClient([host], { leases });
    const hold = async () => {
      const answer = await leases.tryAcquire(host);
      return 'lease' in answer ? answer.lease : undefined;
    };
    // robots.txt is that request; the page after it is not.
    const first = permits(0);
    const { permit } = first;
    await expect(polite.fetch(`${origin}/a`, { permit, held: await hold() })).rejects.toMatchObject(
      { code: 'ERR_FETCH_STOPPED' },
    );
    expect([paths(), first.asked()]).toEqual([['/robots.txt'], 1]);
    const second = permits(0);
    await polite.fetch(`${origin}/a`, { permit: second.permit, held: await hold() });
    expect([paths(), second.asked()]).toEqual([['/robots.txt', '/a'], 0]);
  });

  it('says nothing of the robots.txt that was not asked for', async () => {
    const { origin, host } = await site({ '/a': text('A') });
    const polite = politeClient([host]);
    const { permit } = permits(0);
    await expect(polite.fetch(`${origin}/a`, { permit })).rejects.toThrow();
    expect(await polite.fetch(`${origin}/a`)).toMatchObject({ status: 200 });
  });
});

describe('what one fetch may say for itself', () => {
  it('is a delay of its own, unless the site asks for a longer one', async () => {
    const { origin, host, log } = await site({
      '/robots.txt': text('User-agent: *\nCrawl-delay: 0.15'),
      '/a': text('A'),
    });
    const polite = politeClient([host], { hostDelayMs: 5_000 });
    const options = { hostDelayMs: 60 };
    await polite.fetch(`${origin}/a`, options);
    await polite.fetch(`${origin}/a`, options);
    const [robots = 0, first = 0, second = 0] = log.map(({ at }) => at);
    expect(first - robots).toBeGreaterThanOrEqual(59);
    expect(second - first).toBeGreaterThanOrEqual(149);
    expect(second - robots).toBeLessThan(5_000);
  });

  it('is a cap on its body, but not on robots.txt', async () => {
    const { origin, host } = await site({
      '/robots.txt': text(`# ${'x'.repeat(500)}`),
      '/a': text('A'.repeat(100)),
    });
    const polite = politeClient([host]);
    await expect(polite.fetch(`${origin}/a`, { maxBodyBytes: 99 })).rejects.toMatchObject({
      code: 'ERR_FETCH_TOO_LARGE',
    });
    expect((await polite.fetch(`${origin}/a`, { maxBodyBytes: 100 })).body).toHaveLength(100);
  });
});

describe('the end of each turn', () => {
  it('says how long it took and whether the host is in trouble', async () => {
    const reports: (RequestReport | undefined)[] = [];
    class Recorded extends MemoryHostLeases {
      override release(lease: HostLease, delayMs: number, report?: RequestReport): Promise<void> {
        reports.push(report);
        return super.release(lease, delayMs);
      }
    }
    const { origin, host } = await site({
      '/robots.txt': text(''),
      '/a': (_, response) => void setTimeout(() => response.end('A'), 50),
      '/503': (_, response) => void response.writeHead(503).end(),
      '/429': (_, response) => void response.writeHead(429).end(),
      '/cut': (_, response) => response.destroy(),
      '/gzip': (_, response) => void response.writeHead(200, { 'content-encoding': 'x' }).end('x'),
    });
    const polite = politeClient([host], { leases: new Recorded() });
    for (const path of ['/a', '/none', '/503', '/429', '/cut', '/gzip'])
      await polite.fetch(origin + path).catch(() => undefined);
    expect(reports.map((report) => report?.failed)).toEqual([
      ...[false, false, false, true, true, true, false],
    ]);
    expect(reports[1]?.tookMs).toBeGreaterThanOrEqual(49);
    expect(reports[1]?.tookMs).toBeLessThan(2_000);
  });

  it('says nothing where nothing was asked', async () => {
    const { origin, host } = await site({ '/robots.txt': text('User-agent: *\nDisallow: /') });
    const leases = new MemoryHostLeases();
    const polite = politeClient([host], { leases });
    await polite.robots(`${origin}/`);
    const answer = await leases.tryAcquire(host);
    if (!('lease' in answer)) throw new Error('not free');
    const released: unknown[] = [];
    leases.release = async (...all) => void released.push(all);
    await expect(polite.fetch(`${origin}/a`, { held: answer.lease })).rejects.toThrow('forbids');
    expect(released).toEqual([[answer.lease, 0, undefined]]);
  });
});
