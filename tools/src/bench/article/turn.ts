import type { PageEnd, ReadPage } from './contestant.js';
import type { BenchPage } from './pages.js';

/** One page read once. */
export interface Reading {
  readonly end: PageEnd;
  readonly ms: number;
  /** CPU time of the whole process in milliseconds, collecting garbage beside it included. */
  readonly cpuMs: number;
}

/** Reads pages one after the other, as a worker of the service does. */
export function takeTurn(readPage: ReadPage, pages: readonly BenchPage[]): Reading[] {
  return pages.map((page) => {
    const cpu = process.cpuUsage();
    const start = performance.now();
    const end = endOf(readPage, page);
    return { end, ms: performance.now() - start, cpuMs: cpuMsSince(cpu) };
  });
}

/** CPU time of this process, all its threads, in milliseconds. */
export function cpuMsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

function endOf(readPage: ReadPage, page: BenchPage): PageEnd {
  try {
    return readPage(page) ? 'found' : 'refused';
  } catch {
    return 'threw';
  }
}
