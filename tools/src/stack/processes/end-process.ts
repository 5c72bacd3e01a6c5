import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, type ProcessIdentity } from './identity.js';

const POLL_MS = 50;

/**
 * Asks a process that leads its own group to end, and ends the whole group by force when it has not
 * after `graceMs`. Safe for a process that has ended already and for an id that was given anew.
 *
 * @param graceMs milliseconds; 0 ends it by force at once
 */
export async function endProcess(
  identity: ProcessIdentity,
  stopSignal: NodeJS.Signals,
  graceMs: number,
): Promise<void> {
  if (!isAlive(identity)) return;
  if (graceMs > 0) {
    // To the leader alone: PostgreSQL and a service end their own helpers in the order they need.
    send(identity.pid, stopSignal);
    if (await endedWithin(identity, graceMs)) return;
  }
  send(-identity.pid, 'SIGKILL');
  await endedWithin(identity, 5_000);
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
