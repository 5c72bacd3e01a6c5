import { setTimeout as sleep } from 'node:timers/promises';
import type { MessagingLog } from '@tocsin/messaging';
import { kafkaClient, type KafkaOptions } from './kafka-client.js';
import { protocolType } from './kafka-errors.js';

const POLL_MS = 500;

/**
 * Lets a group forget where it stands, so that it begins at the earliest record: the broker's side of a replay into an
 * empty database. Waits until the group's members are gone, dead ones as well, for as long as their sessions last.
 * @throws the broker's error when members remain after `limitMs`
 */
export async function forgetGroup(
  options: KafkaOptions,
  group: string,
  log: MessagingLog,
  limitMs = 60_000,
): Promise<void> {
  const admin = kafkaClient(options, log).admin();
  await admin.connect();
  try {
    for (let waited = 0; ; waited += POLL_MS) {
      try {
        await admin.deleteGroups([group]);
        return;
      } catch (error) {
        const isHeld = refusalsIn(error).includes('NON_EMPTY_GROUP');
        if (!isHeld || waited >= limitMs) throw error;
        await sleep(POLL_MS);
      }
    }
  } finally {
    await admin.disconnect();
  }
}

/** The protocol's names for why each group stays; kafkajs may have wrapped its error once more. */
function refusalsIn(error: unknown): (string | undefined)[] {
  const { groups, cause } = error as { groups?: { error?: unknown }[]; cause?: unknown };
  if (groups !== undefined) return groups.map((group) => protocolType(group.error));
  return cause === undefined ? [] : refusalsIn(cause);
}
