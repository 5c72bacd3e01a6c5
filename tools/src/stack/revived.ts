import { setTimeout as sleep } from 'node:timers/promises';
import { StackError } from './errors.js';
import { logTail } from './processes/child.js';
import type { Run } from './run.js';

const LIMIT_MS = 90_000;
const POLL_MS = 200;
/** What a killed database leaves (processes of its own that have not noticed, shared memory) goes by itself. */
const LIVES = 10;

/**
 * Starts a process of the base again until it answers.
 *
 * @throws StackError ERR_STACK_PROCESS_FAILED when it ended again and again, or is silent for 90 s
 */
export async function revived(
  run: Pick<Run, 'revive'>,
  name: string,
  answers: () => Promise<boolean>,
  pollMs = POLL_MS,
): Promise<void> {
  const limit = Date.now() + LIMIT_MS;
  let child = await run.revive(name);
  for (let lives = 1; !(await answers());) {
    const isLost = child.hasExited() && lives === LIVES;
    if (isLost || Date.now() > limit) {
      throw new StackError(
        'ERR_STACK_PROCESS_FAILED',
        `${name} did not start again: see ${child.logFile}, which ends with:\n${logTail(child.logFile)}`,
      );
    }
    if (child.hasExited()) {
      child = await run.revive(name);
      lives += 1;
    }
    await sleep(pollMs);
  }
}
