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
      answer({ kind: 'done', result: work(task as T) });
    } catch (error) {
      answer({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  });
  answer({ kind: 'ready', version });
}
