import { currentVersion, encode, type IncidentCurated } from '@tocsin/contracts';
import { header, type Broker } from '@tocsin/messaging';
import type { LogPlace } from './invariants/dead-letters.js';

const TOPIC = 'incident-curated';

/**
 * What no JSON reader gives back as it came: no JSON at all, bytes that are no text, and JSON that breaks its contract
 * with a number that would lose digits and a key that is there twice.
 */
const BROKEN = [
  Buffer.from('{"commandId": '),
  Buffer.from([0xff, 0x00, 0xfe, 0x7b, 0x7d]),
  Buffer.from('{"commandId":"a","commandId":"b","at":12345678901234567890.10}'),
];

/** Publishes records that no deduplicator can handle. @returns where they lie */
export async function plantBroken(broker: Broker): Promise<LogPlace[]> {
  const before = (await broker.ranges(TOPIC)).get(0)?.high ?? 0n;
  const headers = { [header.schemaVersion]: String(currentVersion(TOPIC)) };
  await broker.publish(BROKEN.map((value) => ({ topic: TOPIC, key: 'broken', value, headers })));
  return BROKEN.map((_, at) => `${TOPIC}/0/${before + BigInt(at)}`);
}

/** A sound command about an article that never comes, so that what lies before it is settled. */
export async function plantSound(broker: Broker): Promise<void> {
  const command: IncidentCurated = {
    commandId: 'planted',
    action: 'retract',
    incidentId: 'none',
    otherIncidentIds: [],
    mentionIds: [],
    subjects: [{ incidentId: 'none', mentions: [] }],
    reason: 'nothing of the kind happened',
    by: 'chaos',
    at: '2022-01-01T00:00:00.000Z',
  };
  const headers = {
    [header.ceId]: command.commandId,
    [header.schemaVersion]: String(currentVersion(TOPIC)),
  };
  await broker.publish([{ topic: TOPIC, key: 'none', value: encode(TOPIC, command), headers }]);
}
