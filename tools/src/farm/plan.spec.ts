import { afterEach, describe, expect, it } from '@jest/globals';
import { startFarm, type Farm } from './farm.js';
import { pathsOf, sitesOf } from './plan.js';

let farm: Farm | undefined;
afterEach(async () => {
  await farm?.close();
});

describe('a planned farm', () => {
  it('has its sites first, then its tarpits', async () => {
    const plan = { sites: 2, pages: 3, pageKb: 12, latencyMs: 0, tarpits: 4 };
    farm = await startFarm(sitesOf(plan, Promise.resolve()));
    expect(farm.hosts).toHaveLength(6);
    const page = (host: string, path: string) =>
      fetch(`http://${host}${path}`, { signal: AbortSignal.timeout(1_000) }).then((got) =>
        got.text(),
      );
    const [good, next] = farm.hosts as [string, string];
    const texts = await Promise.all(pathsOf(plan).map((path) => page(good, path)));
    expect(new Set(texts).size).toBe(3);
    expect(await page(next, pathsOf(plan)[0]!)).not.toBe(texts[0]);
    for (const bad of farm.hosts.slice(2)) {
      await expect(page(bad, pathsOf(plan)[0]!)).rejects.toThrow();
    }
  });
});
