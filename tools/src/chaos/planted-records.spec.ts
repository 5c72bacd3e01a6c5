import { expect, it } from '@jest/globals';
import { decode } from '@tocsin/contracts';
import { InMemoryBroker, type RawMessage } from '@tocsin/messaging';
import { plantBroken, plantSound } from './planted-records.js';
import { readTopic } from './read-topic.js';

it('broken records can not be read, the sound one can, and all lie where they are said to', async () => {
  const broker = new InMemoryBroker({ maxRecordBytes: 1_000_000, now: () => 0 });
  broker.createTopic('incident-curated', 1);
  expect(await plantBroken(broker)).toEqual([0, 1, 2].map((at) => `incident-curated/0/${at}`));
  await plantSound(broker);
  const records: RawMessage[] = [];
  await readTopic(broker, 'incident-curated', (record) => records.push(record));
  const read = (at: number) =>
    decode('incident-curated', '2', records[at]?.value ?? Buffer.alloc(0));
  for (const at of [0, 1, 2]) expect(() => read(at)).toThrow();
  expect(read(3).commandId).toMatch(/^planted-/);
});

it('as many as are wanted lie in the topic that is named, among those that others publish', async () => {
  const broker = new InMemoryBroker({ maxRecordBytes: 1_000_000, now: () => 0 });
  broker.createTopic('article-settled', 2);
  const other = { topic: 'article-settled', partition: 0, key: 'a', value: null, headers: {} };
  await broker.publish([other]);
  const places = await plantBroken(broker, 'article-settled', 5);
  expect(places).toEqual([1, 2, 3, 4, 5].map((at) => `article-settled/0/${at}`));
});
