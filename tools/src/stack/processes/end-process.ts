import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, type ProcessIdentity } from './identity.js';

const POLL_MS = 50;
/** The kernel needs a moment to end a process that is writing. */
const FORCE_LIMIT_MS = 5_000;

/**
 * Sends a process that leads its own group a signal, and ends the whole group by force when it still
 * lives after `graceMs`. Safe for a process that has ended already and for an id that was given anew.
 *
 * @param signal SIGKILL goes to the whole group, any other to the leader alone: PostgreSQL and a
 *   service end their own helpers in the order they need
 * @param graceMs milliseconds
 */
export async function endProcess(
  identity: ProcessIdentity,
  signal: NodeJS.Signals,
  graceMs: number,
): Promise<void> {
  if (!isAlive(identity)) return;
  send(signal === 'SIGKILL' ? -identity.pid : identity.pid, signal);
  if (await endedWithin(identity, graceMs)) return;
  send(-identity.pid, 'SIGKILL');
  await endedWithin(identity, FORCE_LIMIT_MS);
}

async function endedWithin(identity: ProcessIdentity, limitMs: number): Promise<boolean> {
  for (let waited = 0; waited < limitMs; waited += POLL_MS) {
    if (!isAlive(identity)) return true;
    await sleep(POLL_MS);
  }
  return !isAlive(identity);
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended between the look and the signal.
  }
}
