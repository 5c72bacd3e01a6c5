import { afterEach, describe, expect, it } from '@jest/globals';
import { startFarm, type Farm } from '../../farm/farm.js';
import { pathsOf, sitesOf } from '../../farm/plan.js';
import { runBarePool } from './bare-pool.js';

const PLAN = { sites: 3, pages: 4, pageKb: 12, latencyMs: 5, tarpits: 0 };
const paths = ['/robots.txt', '/feed.xml', ...pathsOf(PLAN)];
let farm: Farm;
afterEach(async () => {
  await farm.close();
});

async function fetchAll(order: 'host-by-host' | 'in-turn'): Promise<number> {
  farm = await startFarm(sitesOf(PLAN, Promise.resolve()));
  return runBarePool({ hosts: farm.hosts, paths, concurrency: 2, order });
}

describe.each(['host-by-host', 'in-turn'] as const)('the bare pool, %s', (order) => {
  it('asks every host for everything once, never twice at once, and decodes it', async () => {
    const bytes = await fetchAll(order);
    expect(bytes).toBeGreaterThan(3 * 4 * 11 * 1_024);
    expect(farm.log.summary(0)).toEqual({
      requests: 3 * paths.length,
      pageRequests: 12,
      distinctPages: 12,
      mostTogether: 1,
      tooEarly: 0,
    });
    for (const requests of farm.log.byHost().values()) {
      expect(requests.map(({ path }) => path)).toEqual(paths);
    }
  });
});

describe('the order of the bare pool', () => {
  const hostsAsked = () =>
    farm.log.requests.slice(0, 6).map(({ host }) => farm.hosts.indexOf(host));

  it('is all of a host first', async () => {
    await fetchAll('host-by-host');
    expect(new Set(hostsAsked())).toEqual(new Set([0, 1]));
  });

  it('or each host in turn', async () => {
    await fetchAll('in-turn');
    expect(new Set(hostsAsked())).toEqual(new Set([0, 1, 2]));
  });
});
