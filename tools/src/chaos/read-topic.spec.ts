import { beforeEach, describe, expect, it } from '@jest/globals';
import { InMemoryBroker } from '@tocsin/messaging';
import { readTopic } from './read-topic.js';

let broker: InMemoryBroker;
beforeEach(() => {
  broker = new InMemoryBroker({ maxRecordBytes: 1_000, now: () => 0 });
  broker.createTopic('topic', 3);
});

async function keysOf(): Promise<string[]> {
  const keys: string[] = [];
  await readTopic(broker, 'topic', ({ key }) => keys.push(key?.toString() ?? ''));
  return keys;
}

describe('a topic that is read', () => {
  it('ends at once when it is empty', async () => expect(await keysOf()).toEqual([]));

  it('gives every record of every partition, each partition in order', async () => {
    const records = Array.from({ length: 60 }, (_, n) => ({
      topic: 'topic',
      key: `k${n}`,
      value: Buffer.from('v'),
      headers: {},
      partition: n % 3,
    }));
    await broker.publish(records);
    const keys = await keysOf();
    expect([...keys].sort()).toEqual(records.map(({ key }) => key).sort());
    const ofFirst = keys.filter((key) => Number(key.slice(1)) % 3 === 0);
    expect(ofFirst).toEqual(records.filter((_, n) => n % 3 === 0).map(({ key }) => key));
  });

  it('is read whole again by the next reader: nothing is committed', async () => {
    const record = { topic: 'topic', key: 'k', value: Buffer.from('v'), headers: {} };
    await broker.publish([record]);
    expect(await keysOf()).toEqual(['k']);
    expect(await keysOf()).toEqual(['k']);
  });
});
