import type { Measurement } from './measure.js';

/** Ours beside the bare pool of the same run. */
export interface Comparison {
  readonly latencyMs: number;
  readonly processes: number;
  readonly beside: string;
  /** Pages per second, ours over theirs. */
  readonly rate: number;
  /** Pages per CPU-second of the process itself, ours over theirs. */
  readonly cpu: number;
}

export function compare(measurements: readonly Measurement[], ours: string): Comparison[] {
  return measurements
    .filter(({ contestant }) => contestant === ours)
    .flatMap((our) =>
      measurements
        .filter(
          (other) =>
            other.contestant !== ours &&
            other.processes === our.processes &&
            other.latencyMs === our.latencyMs,
        )
        .map((bare) => ({
          latencyMs: our.latencyMs,
          processes: our.processes,
          beside: bare.contestant,
          rate: our.pagesPerSecond / bare.pagesPerSecond,
          cpu: bare.cpuMsPerPage / our.cpuMsPerPage,
        })),
    );
}

/** For people. */
export function reportText(
  measurements: readonly Measurement[],
  comparisons: readonly Comparison[],
): string {
  const rows = measurements.map((row) => {
    const others = Object.entries(row.othersCpuMsPerPage);
    const memory = row.memory.map(
      ({ start, tenth, half, end, most }) => `${start} ${tenth} ${half} ${end} (${most})`,
    );
    return [
      `${row.contestant}, ${row.processes} process${row.processes === 1 ? '' : 'es'}, ${row.latencyMs} ms latency`,
      `  ${row.pages} pages in ${row.seconds.toFixed(1)} s: ${row.pagesPerSecond.toFixed(0)} a second`,
      `  CPU ms a page: own ${row.cpuMsPerPage.toFixed(2)}, ${others.map(([name, ms]) => `${name} ${ms.toFixed(2)}`).join(', ')}`,
      `  memory MiB at start, 10 %, 50 %, end (most): ${memory.join('; ')}`,
      `  ${row.requests} requests, ${row.pageRequests} of pages, ${row.connections} connections, at most ${row.mostTogether} of one host at once`,
    ].join('\n');
  });
  const ratios = comparisons.map(
    ({ latencyMs, processes, beside, rate, cpu }) =>
      `ours over ${beside}, ${processes} ×, ${latencyMs} ms: ${rate.toFixed(2)} of its rate, ${cpu.toFixed(2)} of its pages per CPU-second`,
  );
  return [...rows, ...ratios, ''].join('\n');
}
