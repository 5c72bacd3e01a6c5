import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Answered } from './asker-main.js';

/** Asks over HTTP, one question after the other. */
export interface Asker {
  /** Asks and reads the whole answer; ms. @throws unless it answers 200 */
  ask(url: string): Promise<number>;
  close(): Promise<void>;
}

/**
 * Asks from a process of its own, as clients do: what it reads would else fill the memory of the service that answers,
 * whose garbage is collected by how much lies outside of its heap (a third of the CPU of a page of 170 kB, measured).
 *
 * @param program `asker-main`, as JavaScript or as it is written
 */
export function openAsker(program = new URL('./asker-main.js', import.meta.url)): Asker {
  const child = fork(program, { execArgv: [] });
  const exited = once(child, 'exit');
  const ended = exited.then(([code]) => {
    throw new Error(`The asking process ended with ${code}.`);
  });
  ended.catch(() => undefined);
  return {
    async ask(url) {
      const answer = once(child, 'message');
      child.send(url);
      const [{ status, ms }] = (await Promise.race([answer, ended])) as [Answered];
      if (status !== 200) throw new Error(`${url} answered ${status}.`);
      return ms;
    },
    async close() {
      child.disconnect();
      await exited;
    },
  };
}
