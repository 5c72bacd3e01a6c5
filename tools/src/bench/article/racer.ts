import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { DOCUMENT_WORKER_FLAGS } from '@tocsin/worker-pool';
import type { ContestantName } from './contestant.js';
import type { PageSource } from './pages.js';
import type { Reading } from './turn.js';

/** What a racer is told at its start, as JSON in its first argument. */
export interface RacerTask {
  readonly name: ContestantName;
  readonly source: PageSource;
}

/** Said once, after the warm-up. */
export interface RacerReady {
  readonly pages: number;
  readonly bytes: number;
  /** Pages of a round. */
  readonly round: number;
}

/** The answer to a turn. */
export interface TurnResult {
  readonly readings: readonly Reading[];
  /** Of the process since its last turn: garbage that is collected while others run counts too. */
  readonly cpuMs: number;
  readonly peakRssBytes: number;
}

/** A contestant in its own process, warm, waiting for its turns. */
export interface Racer {
  readonly ready: RacerReady;
  /** Reads these pages of the round. */
  turn(from: number, to: number): Promise<TurnResult>;
  stop(): void;
}

/** @throws when the process ends, or the signal says so */
export async function startRacer(task: RacerTask, signal: AbortSignal): Promise<Racer> {
  // As the service runs its workers: all contestants make a tree a page and drop it.
  const child = fork(new URL('./racer-main.js', import.meta.url), [JSON.stringify(task)], {
    execArgv: [...DOCUMENT_WORKER_FLAGS],
  });
  const stop = () => void child.kill('SIGKILL');
  try {
    const ready = await answer<RacerReady>(child, task.name, signal);
    const turn = (from: number, to: number) => {
      const result = answer<TurnResult>(child, task.name, signal);
      child.send({ from, to });
      return result;
    };
    return { ready, turn, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

/** The child's next message. */
async function answer<T>(child: ChildProcess, name: string, signal: AbortSignal): Promise<T> {
  const settled = new AbortController();
  const either = { signal: AbortSignal.any([signal, settled.signal]) };
  const ended = once(child, 'exit', either).then(([code]) => {
    throw new Error(`The process of "${name}" ended with code ${code}.`);
  });
  try {
    const [message] = await Promise.race([once(child, 'message', either), ended]);
    return message as T;
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    // Whichever was not first is no longer waited for.
    settled.abort();
    await ended.catch(() => undefined);
  }
}
