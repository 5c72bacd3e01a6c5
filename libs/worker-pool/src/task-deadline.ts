import { cpuTimeOf } from './cpu-time.js';

/** By the clock a task may take this many deadlines: more means that it waits for ever. */
export const PATIENCE = 10;
/** Milliseconds: a look at the process's CPU time is not worth less. */
const SHORTEST_LOOK = 20;

export interface TaskDeadline {
  readonly pid: number | undefined;
  /** Milliseconds of CPU that the process had used before the task. */
  readonly usedBefore: number;
  /** Milliseconds of CPU that the task may use. */
  readonly deadlineMs: number;
}

/**
 * Calls `late` once the task has used its deadline in CPU time, or has taken ten times as long by the
 * clock. On a machine whose cores are taken a good page waits; that is not the page's fault. Where the
 * system doesn't tell the CPU time, the clock alone decides.
 * @returns what ends the watch
 */
export function watchTask(
  { pid, usedBefore, deadlineMs }: TaskDeadline,
  late: () => void,
): () => void {
  const started = performance.now();
  let timer: NodeJS.Timeout | undefined;
  let over = false;
  const look = async (): Promise<void> => {
    const total = pid === undefined ? null : await cpuTimeOf(pid);
    if (over) return;
    const used = total === null ? deadlineMs : total - usedBefore;
    const waited = performance.now() - started;
    if (used >= deadlineMs || waited >= PATIENCE * deadlineMs) return late();
    next(Math.max(SHORTEST_LOOK, deadlineMs - used));
  };
  const next = (ms: number): void => {
    timer = setTimeout(() => void look(), ms);
  };
  next(deadlineMs);
  return () => {
    over = true;
    clearTimeout(timer);
  };
}
