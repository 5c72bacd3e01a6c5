import { ownCpuTime } from './cpu-time.js';
import type { WorkerAnswer } from './worker-protocol.js';

/** Answers the pool's tasks in a worker process; an error is the task's, the process lives on. */
export function serveWorker<T, R>(version: string, work: (task: T) => R): void {
  const answer = (message: WorkerAnswer<R>): void => {
    process.send?.(message);
  };
  // A terminal sends Ctrl-C to the whole group: the service drains first, then ends its workers.
  process.on('SIGINT', () => undefined).on('SIGTERM', () => undefined);
  process.on('disconnect', () => process.exit(0));
  process.on('message', (task) => {
    try {
      const result = work(task as T);
      answer({ kind: 'done', result, cpuMs: ownCpuTime() });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      answer({ kind: 'failed', message, cpuMs: ownCpuTime() });
    }
  });
  answer({ kind: 'ready', version, cpuMs: ownCpuTime() });
}
