import { randomUUID } from 'node:crypto';
import { currentVersion, encode, type IncidentCurated, type TopicName } from '@tocsin/contracts';
import { header, headerText, type Broker } from '@tocsin/messaging';
import type { LogPlace } from './invariants/dead-letters.js';
import { readTopic } from './read-topic.js';

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

/**
 * Publishes records that no group can handle, without a key: no URL is to end by them.
 *
 * @param count the kinds in turn
 * @returns where they lie
 */
export async function plantBroken(
  broker: Broker,
  topic: TopicName = TOPIC,
  count = BROKEN.length,
): Promise<LogPlace[]> {
  const id = `broken-${randomUUID()}`;
  const version = String(currentVersion(topic));
  const values = Array.from({ length: count }, (_, at) => BROKEN[at % BROKEN.length] as Buffer);
  await broker.publish(
    values.map((value, at) => ({
      topic,
      partition: 0,
      key: null,
      value,
      headers: { [header.ceId]: `${id}-${at}`, [header.schemaVersion]: version },
    })),
  );
  const places: LogPlace[] = [];
  await readTopic(broker, topic, (record) => {
    if (headerText(record, header.ceId)?.startsWith(id))
      places.push(`${topic}/${record.partition}/${record.offset}`);
  });
  return places;
}

/** A sound command about an article that never comes, so that what lies before it is settled. */
export async function plantSound(broker: Broker): Promise<void> {
  const command: IncidentCurated = {
    commandId: `planted-${randomUUID()}`,
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
