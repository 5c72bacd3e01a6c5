import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts CPU time in hundredths of a second on every architecture that Node.js runs on. */
const MS_PER_TICK = 10;
const PAGE_BYTES = 4_096;

/** What a process used so far. */
export interface ProcessUsage {
  readonly pid: number;
  readonly parent: number;
  /** Of the process itself. */
  readonly cpuMs: number;
  /** Of its children that have ended. */
  readonly endedCpuMs: number;
  readonly rssBytes: number;
}

/**
 * Reads a line of `/proc/<pid>/stat` (proc(5)). The second field is the command in brackets and may
 * itself hold blanks and brackets, so counting begins after the last one.
 */
export function usageOf(stat: string): ProcessUsage {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // Fields are counted from 1, and the first here is the third.
  const field = (n: number) => Number(fields[n - 3]);
  return {
    pid: Number.parseInt(stat, 10),
    parent: field(4),
    cpuMs: (field(14) + field(15)) * MS_PER_TICK,
    endedCpuMs: (field(16) + field(17)) * MS_PER_TICK,
    rssBytes: field(24) * PAGE_BYTES,
  };
}

/** @throws when there is no such process, or no Linux */
export const readUsage = (pid: number): ProcessUsage =>
  usageOf(readFileSync(`/proc/${pid}/stat`, 'utf8'));

/**
 * CPU time in milliseconds of a process, of its living children (PostgreSQL has one for every
 * connection) and of those that have ended.
 */
export function treeCpuMs(pid: number): number {
  const root = readUsage(pid);
  const children = allUsages().filter(({ parent }) => parent === pid);
  return children.reduce((sum, { cpuMs }) => sum + cpuMs, root.cpuMs + root.endedCpuMs);
}

function allUsages(): ProcessUsage[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      return [readUsage(Number(name))];
    } catch {
      // It ended between the two looks.
      return [];
    }
  });
}
