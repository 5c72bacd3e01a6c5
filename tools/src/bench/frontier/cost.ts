import { readUsage, treeCpuMs } from '../processes.js';

/** What one piece of work cost, in milliseconds. */
export interface Cost {
  /** By the clock, one piece after the other. */
  readonly ms: number;
  /** CPU time of the process that asks, and of the database. */
  readonly cpuMs: number;
  readonly databaseCpuMs: number;
}

/**
 * Measures work done in this process and in the database.
 *
 * @param work resolves to how many pieces it was
 */
export async function costOf(
  databasePid: number,
  work: () => Promise<number>,
): Promise<Cost & { readonly pieces: number }> {
  const cpu = () => [readUsage(process.pid).cpuMs, treeCpuMs(databasePid)] as const;
  const [own, database] = cpu();
  const startedAt = performance.now();
  const pieces = await work();
  const ms = performance.now() - startedAt;
  const [ownAfter, databaseAfter] = cpu();
  return {
    pieces,
    ms: ms / pieces,
    cpuMs: (ownAfter - own) / pieces,
    databaseCpuMs: (databaseAfter - database) / pieces,
  };
}
