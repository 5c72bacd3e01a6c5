import { fork } from 'node:child_process';
import { once } from 'node:events';
import { DOCUMENT_WORKER_FLAGS } from '@tocsin/worker-pool';
import type { Measured, MeasureTask } from './measured.js';

/** Measures in a process of its own, with the flags that the service gives its workers. @throws when it ends early */
export async function runMeasure(task: MeasureTask, signal: AbortSignal): Promise<Measured> {
  const child = fork(new URL('./incidents-main.js', import.meta.url), [], {
    execArgv: [...DOCUMENT_WORKER_FLAGS, '--expose-gc'],
    serialization: 'advanced',
  });
  const settled = new AbortController();
  const either = { signal: AbortSignal.any([signal, settled.signal]) };
  const ended = once(child, 'exit', either).then(([code]) => {
    throw new Error(`The measuring process ended with code ${code}.`);
  });
  ended.catch(() => undefined);
  const message = () => Promise.race([once(child, 'message', either), ended]);
  try {
    await message();
    child.send(task);
    const [measured] = await message();
    return measured as Measured;
  } finally {
    settled.abort();
    child.kill('SIGKILL');
  }
}
