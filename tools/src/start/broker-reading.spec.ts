import { beforeEach, describe, expect, it } from '@jest/globals';
import { topics } from '@tocsin/contracts';
import { incidentOf } from '@tocsin/contracts/testing';
import { type Broker, InMemoryBroker } from '@tocsin/messaging';
import { subscribeToIncidents } from './incident-feed.js';
import { totalLag } from './lag.js';

const incidentExample = (): Buffer => Buffer.from(JSON.stringify(incidentOf()));

function newBroker(): InMemoryBroker {
  const broker = new InMemoryBroker({ maxRecordBytes: 1_000_000, now: () => 0 });
  for (const { name } of Object.values(topics)) broker.createTopic(name, 2);
  return broker;
}
const record = (topic: string, value: Buffer | null) => ({
  topic,
  key: 'k',
  value,
  headers: { 'schema-version': '1' },
});

/** Subscribes until `count` incidents were shown or the topic was silent for a while. */
async function shown(broker: Broker, count: number): Promise<string[]> {
  const ids: string[] = [];
  const subscription = await subscribeToIncidents(broker, (incident) =>
    ids.push(incident.incidentId),
  );
  for (let i = 0; i < 20 && ids.length < count; i++) await new Promise((r) => setTimeout(r, 10));
  await subscription.stop(1_000);
  return ids;
}

describe('the feed of incidents', () => {
  let broker: InMemoryBroker;
  beforeEach(() => {
    broker = newBroker();
  });

  it('shows each snapshot as it is published', async () => {
    await broker.publish([record('incident-updated', incidentExample())]);
    expect(await shown(broker, 1)).toEqual(['i1']);
  });

  it('shows an incident once, from start to start', async () => {
    await broker.publish([record('incident-updated', incidentExample())]);
    await shown(broker, 1);
    expect(await shown(broker, 1)).toEqual([]);
  });

  it('passes over the tombstone of an erased incident', async () => {
    await broker.publish([record('incident-updated', null)]);
    await broker.publish([record('incident-updated', incidentExample())]);
    expect(await shown(broker, 1)).toEqual(['i1']);
  });
});

describe('the lag of the line', () => {
  it('is nothing where nothing was published', async () => {
    expect(await totalLag(newBroker())).toBe(0);
  });

  it('counts a record for each group that has not committed it', async () => {
    const broker = newBroker();
    await broker.publish([record('article-fetched', Buffer.from('{}'))]);
    expect(await totalLag(broker)).toBe(topics['article-fetched'].consumers.length);
  });

  it('ends with the commit', async () => {
    const broker = newBroker();
    await broker.publish([record('article-fetched', Buffer.from('{}'))]);
    for (const group of topics['article-fetched'].consumers) {
      const subscription = await broker.subscribe({
        group,
        topics: ['article-fetched'],
        onAssigned: async () => undefined,
        onBatch: (batch) => batch.commit((batch.records.at(-1)?.offset ?? -1n) + 1n),
      });
      await new Promise((r) => setTimeout(r, 50));
      await subscription.stop(1_000);
    }
    expect(await totalLag(broker)).toBe(0);
  });
});
