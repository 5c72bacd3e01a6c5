import { startFarmProcess } from '../../farm/farm-process.js';
import type { FarmPlan } from '../../farm/plan.js';
import { treeCpuMs } from '../processes.js';
import type { Contestant, FetcherRun } from './contestant.js';
import { memoryCourse, sampleMemory, type MemoryCourse } from './sampler.js';

/** One contestant over one farm. */
export interface Measurement {
  readonly contestant: string;
  readonly latencyMs: number;
  readonly processes: number;
  readonly pages: number;
  /** From the farm's opening until every page was done with. */
  readonly seconds: number;
  readonly pagesPerSecond: number;
  /** CPU time in milliseconds a page: of the contestant's own processes together, and of the others. */
  readonly cpuMsPerPage: number;
  readonly othersCpuMsPerPage: Readonly<Record<string, number>>;
  /** MiB, of each of the contestant's processes. */
  readonly memory: readonly MemoryCourse[];
  /** By the farm's own log. */
  readonly requests: number;
  readonly pageRequests: number;
  readonly connections: number;
  /** Most requests that one host had at the same time. */
  readonly mostTogether: number;
}

export async function measure(
  contestant: Contestant,
  plan: FarmPlan,
  how: Omit<FetcherRun, 'farm' | 'plan'>,
): Promise<Measurement> {
  const farm = await startFarmProcess(plan);
  const pages = plan.sites * plan.pages;
  try {
    return await contestant.race({ farm, plan, ...how }, async (ready) => {
      const { pids, others: helpers } = ready;
      const others = { ...helpers, farm: farm.pid };
      const cpu = () => ({
        own: pids.reduce((sum, pid) => sum + treeCpuMs(pid), 0),
        others: Object.entries(others).map(([name, pid]) => [name, treeCpuMs(pid)] as const),
      });
      const stopSampling = sampleMemory(pids, async () => {
        return (await farm.progress()).distinctPages / pages;
      });
      const before = cpu();
      const startedAt = performance.now();
      await farm.open();
      await ready.finish();
      const seconds = (performance.now() - startedAt) / 1_000;
      const after = cpu();
      const samples = await stopSampling();
      const { requests, pageRequests, mostTogether } = await farm.summary(0);
      const { connections } = await farm.progress();
      return {
        contestant: contestant.name,
        latencyMs: plan.latencyMs,
        processes: how.processes,
        pages,
        seconds,
        pagesPerSecond: pages / seconds,
        cpuMsPerPage: (after.own - before.own) / pages,
        othersCpuMsPerPage: Object.fromEntries(
          after.others.map(([name, ms], i) => [name, (ms - before.others[i]![1]) / pages]),
        ),
        memory: samples.map(memoryCourse),
        requests,
        pageRequests,
        connections,
        mostTogether,
      };
    });
  } finally {
    await farm.stop();
  }
}
