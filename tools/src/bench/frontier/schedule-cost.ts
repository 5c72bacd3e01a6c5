import type { FrontierBench } from '@tocsin/fetcher/bench';
import { costOf, type Cost } from './cost.js';

/** Claiming and rescheduling, for one feed. */
export interface ScheduleCost {
  /** Feeds claimed and ended together. */
  readonly batch: number;
  readonly claim: Cost;
  readonly finish: Cost;
}

/** Claims and ends every feed of the schedule, as often as said: rows that were updated cost more. */
export async function scheduleCost(
  bench: FrontierBench,
  databasePid: number,
  { feeds, rounds, batch }: { feeds: number; rounds: number; batch: number },
): Promise<ScheduleCost> {
  const costs: { claim: Cost; finish: Cost; weight: number }[] = [];
  for (let done = 0; done < feeds * rounds;) {
    let claimed: Awaited<ReturnType<FrontierBench['claim']>>[] = [];
    const claim = await costOf(databasePid, async () => {
      claimed = [];
      let count = 0;
      while (count < Math.min(SLICE, feeds)) {
        const feeds = await bench.claim(batch);
        if (feeds.length === 0) throw new Error('No feed is due, though all of them are.');
        claimed.push(feeds);
        count += feeds.length;
      }
      return count;
    });
    const finish = await costOf(databasePid, async () => {
      for (const feeds of claimed) await bench.finish(feeds);
      return claim.pieces;
    });
    costs.push({ claim, finish, weight: claim.pieces });
    done += claim.pieces;
  }
  const mean = (of: 'claim' | 'finish'): Cost => {
    const total = costs.reduce((sum, { weight }) => sum + weight, 0);
    const part = (field: keyof Cost) =>
      costs.reduce((sum, cost) => sum + cost[of][field] * cost.weight, 0) / total;
    return { ms: part('ms'), cpuMs: part('cpuMs'), databaseCpuMs: part('databaseCpuMs') };
  };
  return { batch, claim: mean('claim'), finish: mean('finish') };
}

/** Feeds that are held at the same time: CPU clocks are too coarse for single ones. */
const SLICE = 1_000;
