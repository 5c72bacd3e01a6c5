import { readFile } from 'node:fs/promises';

/** Milliseconds in a clock tick of procfs: USER_HZ is 100 wherever Node.js runs on Linux (proc(5)). */
const TICK_MS = 10;
/** Of proc_pid_stat(5), counted behind the name in brackets, which may hold spaces: 14 and 15. */
const USER = 11;
const SYSTEM = 12;

/** Milliseconds of CPU that a process has used; null where the system doesn't say (no procfs). */
export async function cpuTimeOf(pid: number): Promise<number | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[USER]) + Number(fields[SYSTEM]);
  return Number.isFinite(ticks) ? ticks * TICK_MS : null;
}

/** Milliseconds of CPU that this process has used. */
export function ownCpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
