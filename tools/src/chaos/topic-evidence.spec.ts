import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { topicNames } from '@tocsin/contracts';
import { InMemoryBroker } from '@tocsin/messaging';
import { digestOf, readTopicEvidence, Repetitions } from './topic-evidence.js';

const exampleOf = (name: string) =>
  readFileSync(new URL(`../../../libs/contracts/examples/${name}.json`, import.meta.url));
const fetched = exampleOf('article-fetched/inline-body');
const revised = exampleOf('incident-revised/almaty-officers-killed-created');
const updated = exampleOf('incident-updated/almaty-officers-killed');

let broker: InMemoryBroker;
beforeEach(() => {
  broker = new InMemoryBroker({ maxRecordBytes: 1_000_000, now: () => 0 });
  for (const topic of topicNames) broker.createTopic(topic, 2);
});

const publish = (topic: string, id: string, value: Buffer | null) =>
  broker.publish([{ topic, key: 'key', value, headers: { ce_id: id, 'schema-version': '1' } }]);

describe('what the topics tell', () => {
  it('is every fetch and every revision, as often as it was published', async () => {
    await publish('article-fetched', 'f', fetched);
    await publish('incident-revised', 'r', revised);
    await publish('incident-updated', 'u', updated);
    await publish('incident-updated', 'u', updated);
    const evidence = await readTopicEvidence(broker);
    const { articleId, version } = JSON.parse(String(fetched)) as Record<string, unknown>;
    expect(evidence.fetched).toEqual([{ urlId: articleId, version }]);
    expect(evidence.revised).toHaveLength(1);
    expect(evidence.updated).toHaveLength(2);
    expect(evidence.redeliveries).toBe(1);
  });

  it('is what came through an outbox, by its bytes', async () => {
    const headers = { ce_id: 'o', ce_source: '/tocsin/store', 'schema-version': '1' };
    const value = Buffer.from('{}');
    await broker.publish([{ topic: 'article-settled', key: 'k', value, headers }]);
    await publish('article-settled', 'of the fetcher', value);
    expect((await readTopicEvidence(broker)).outboxed).toEqual([
      { topic: 'article-settled', id: 'o', digest: digestOf(Buffer.from('k'), value) },
    ]);
  });

  it('counts a page that was fetched again, and records that came again on any topic', async () => {
    await publish('article-fetched', 'one', fetched);
    await publish('article-fetched', 'two', fetched);
    await publish('article-settled', 's', Buffer.from('{}'));
    await publish('article-extracted', 's', Buffer.from('{}'));
    await publish('article-settled', 's', Buffer.from('{}'));
    expect((await readTopicEvidence(broker)).redeliveries).toBe(2);
  });
});

it('repetitions are every coming beyond the first', () => {
  const repetitions = new Repetitions();
  for (const id of ['a', 'b', 'a', 'a']) repetitions.add(id);
  expect(repetitions.count).toBe(2);
});
