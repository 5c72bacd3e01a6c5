import { expect, it } from '@jest/globals';
import { provisioning } from '@tocsin/contracts';
import {
  deadLetterRecord,
  InMemoryBroker,
  PermanentError,
  type RawMessage,
} from '@tocsin/messaging';
import { readDeadLetters } from './dead-letter-evidence.js';
import { readTopic } from './read-topic.js';

it('dead letters come with the bytes of the records that they name', async () => {
  const broker = new InMemoryBroker({ maxRecordBytes: 1_000_000, now: () => 0 });
  for (const { name } of provisioning()) broker.createTopic(name, 1);
  const bytes = Buffer.from([0xff, 0x00]);
  const topic = 'incident-curated';
  await broker.publish([{ topic, key: 'k', value: bytes, headers: {} }]);
  const records: RawMessage[] = [];
  await readTopic(broker, topic, (record) => records.push(record));
  const error = new PermanentError('ERR_SPEC', 'broken');
  const outcome = { kind: 'deadLetter', class: 'POISON', error, outputs: [] } as const;
  const place = { topic, group: 'deduplicator', now: 0 };
  await broker.publish([deadLetterRecord(records[0] as RawMessage, outcome, place)]);

  const { letters, origins } = await readDeadLetters(broker);
  expect(letters).toEqual([
    { topic: 'incident-curated-deduplicator-dlq', origin: 'incident-curated/0/0', value: 'ff00' },
  ]);
  expect([...origins]).toEqual([['incident-curated/0/0', 'ff00']]);
});
