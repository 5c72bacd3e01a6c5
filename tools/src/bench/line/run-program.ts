import { fork } from 'node:child_process';
import { once } from 'node:events';

/**
 * Runs a program in a process of its own; it sends one message, its answer.
 *
 * @param task travels as JSON, the program's only argument
 * @throws Error when it ends without an answer
 */
export async function runProgram<R>(
  program: URL,
  task: object,
  signal: AbortSignal,
  flags: readonly string[] = [],
): Promise<R> {
  const child = fork(program, [JSON.stringify(task)], { execArgv: [...flags] });
  const settled = new AbortController();
  const either = { signal: AbortSignal.any([signal, settled.signal]) };
  try {
    const ended = once(child, 'exit', either).then(([code]) => {
      throw new Error(`${program.pathname.split('/').at(-1)} ended with code ${code}.`);
    });
    ended.catch(() => undefined);
    const [answer] = (await Promise.race([once(child, 'message', either), ended])) as [R];
    return answer;
  } finally {
    settled.abort();
    child.kill('SIGKILL');
  }
}
