import { beforeEach, describe, expect, it } from '@jest/globals';
import { encode, type PayloadOf } from '@tocsin/contracts';
import { InMemoryBroker } from '@tocsin/messaging';
import { topicValues } from './topic-values.js';

const TOPIC = 'article-deduplicated';
const place = (articleId: string, version: number): PayloadOf<typeof TOPIC> => ({
  articleId,
  version,
  syndicationId: 's',
  reason: 'original',
  similarity: 0,
  nearestArticleId: null,
});
const record = (key: string, version: number) => ({
  topic: TOPIC,
  key,
  value: encode(TOPIC, place(key, version)),
  headers: { 'schema-version': '1' },
});

describe('what a topic holds', () => {
  let broker: InMemoryBroker;
  beforeEach(() => {
    broker = new InMemoryBroker({ maxRecordBytes: 1_000_000, now: () => 0 });
    broker.createTopic(TOPIC, 3);
  });

  it('is nothing at first', async () => {
    expect(await topicValues(broker, TOPIC)).toEqual([]);
  });

  it('is every value by contract, per key in order', async () => {
    await broker.publish([record('a', 1), record('b', 1), record('a', 2)]);
    const values = await topicValues(broker, TOPIC);
    expect(values).toHaveLength(3);
    const ofA = values.filter(({ key }) => key === 'a');
    expect(ofA.map(({ value }) => value)).toEqual([place('a', 1), place('a', 2)]);
  });

  it('is the same for who looks again', async () => {
    await broker.publish([record('a', 1)]);
    const first = await topicValues(broker, TOPIC);
    expect(await topicValues(broker, TOPIC)).toEqual(first);
  });

  it('leaves out tombstones', async () => {
    await broker.publish([record('a', 1), { ...record('a', 1), value: null }]);
    expect(await topicValues(broker, TOPIC)).toHaveLength(1);
  });
});
