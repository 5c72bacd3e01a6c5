import { describe, expect, it } from '@jest/globals';
import type { FrontierBench } from '@tocsin/fetcher/bench';
import { scheduleCost } from './schedule-cost.js';
import { pageUrl, seenCost } from './seen-cost.js';

type Feed = Awaited<ReturnType<FrontierBench['claim']>>[number];

/** A frontier in memory, which counts what it is asked for. */
function memoryBench() {
  const seen = new Set<string>();
  const due = Array.from({ length: 30 }, (_, n) => ({ id: String(n) }) as Feed);
  const batches: number[] = [];
  const bench: FrontierBench = {
    addFeeds: async () => undefined,
    claim: async (most) => {
      batches.push(most);
      return due.splice(0, most);
    },
    finish: async (feeds) => void due.push(...feeds),
    discover: async (urls) => {
      const fresh = urls.filter((url) => !seen.has(url));
      for (const url of fresh) seen.add(url);
      return fresh.length;
    },
    retire: async () => seen.size,
    sizes: async () => ({ url: 500 + seen.size * 300, url_pkey: seen.size * 80, tiny: 3 }),
    close: async () => undefined,
  };
  return { bench, seen, batches, due };
}

describe('the cost of the seen URLs', () => {
  it('is taken over new ones, in ten parts, and known ones', async () => {
    const { bench, seen } = memoryBench();
    const lines: string[] = [];
    const size = { urls: 1_000, batch: 30 };
    const cost = await seenCost(bench, process.pid, size, (line) => lines.push(line));
    expect(seen.size).toBe(1_000);
    expect(cost.inserts.map(({ from }) => from)).toEqual(
      Array.from({ length: 10 }, (_, n) => n * 100),
    );
    expect(lines).toHaveLength(10);
    expect(cost.known.ms).toBeGreaterThan(0);
  });

  it('has its bytes by table and index, without those that were there before', async () => {
    const size = { urls: 100, batch: 50 };
    const cost = await seenCost(memoryBench().bench, process.pid, size, () => undefined);
    expect(cost.bytesPerUrl).toEqual({ url: 300, url_pkey: 80 });
    expect(cost.totalBytesPerUrl).toBe(380);
  });

  it('is not given for a set that forgets or invents', async () => {
    const { bench } = memoryBench();
    const forgets = { ...bench, discover: async (urls: readonly string[]) => urls.length };
    const size = { urls: 100, batch: 50 };
    await expect(seenCost(forgets, process.pid, size, () => undefined)).rejects.toThrow('were new');
    const knows = { ...bench, discover: async () => 0 };
    await expect(seenCost(knows, process.pid, size, () => undefined)).rejects.toThrow('were known');
  });

  it('is taken over addresses that differ', () => {
    const urls = Array.from({ length: 20_000 }, (_, n) => pageUrl(n));
    expect(new Set(urls).size).toBe(urls.length);
  });
});

describe('the cost of the schedule', () => {
  it('is taken over every feed, as often as asked, in batches', async () => {
    const { bench, batches, due } = memoryBench();
    const cost = await scheduleCost(bench, process.pid, { feeds: 30, rounds: 2, batch: 10 });
    expect(batches).toEqual(Array.from({ length: 6 }, () => 10));
    expect(due).toHaveLength(30);
    expect(cost.claim.ms).toBeGreaterThan(0);
  });

  it('is not given when nothing is due', async () => {
    const { bench } = memoryBench();
    const idle = { ...bench, claim: async () => [] };
    const size = { feeds: 30, rounds: 1, batch: 10 };
    await expect(scheduleCost(idle, process.pid, size)).rejects.toThrow('No feed is due');
  });
});
