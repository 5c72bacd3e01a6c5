import { afterEach, describe, expect, it } from '@jest/globals';
import { withPrefix } from '@tocsin/contracts';
import type { InMemoryBroker } from '@tocsin/messaging';
import { readingsOf } from '@tocsin/messaging-kafka';
import { deadLetterOf, memoryBroker } from '@tocsin/messaging-kafka/testing';
import { readReadings } from './read-readings.js';

const PREFIX = 'p.';
const places = readingsOf(withPrefix(PREFIX));
const place = places.find(({ topic }) => topic === 'article-fetched')!;
/** When the memory broker's records were written. */
const WRITTEN = 0;
let broker: InMemoryBroker;
afterEach(() => broker.close());

/** What is told of the extractor's reading, after so many records of one key. */
async function reading(records: number) {
  broker = memoryBroker(PREFIX);
  const record = { topic: place.physicalTopic, key: 'k', value: null, headers: {} };
  await broker.publish(Array(records).fill(record));
  await broker.publish([
    { ...record, topic: place.retryTopics[0]! },
    deadLetterOf(place, 'a'),
    deadLetterOf(place, 'b'),
  ]);
  const told = (group: string, topic: string) =>
    group === 'extractor' && topic === place.physicalTopic ? 7.5 : undefined;
  const states = await readReadings(broker, places, told, () => WRITTEN + 90_000);
  expect(states.map(({ group, topic }) => `${group} ${topic}`)).toEqual(
    places.map(({ group, topic }) => `${group} ${topic}`),
  );
  return states.find(({ topic, group }) => topic === place.topic && group === place.group)!;
}

describe('how far a group is', () => {
  it('is told of every partition, by its holder where it is behind', async () => {
    const { lag, lagSeconds, partitions } = await reading(3);
    expect({ lag, lagSeconds }).toEqual({ lag: 3, lagSeconds: 90 });
    const late = partitions.filter((each) => each.lag > 0);
    expect(late).toEqual([expect.objectContaining({ at: 0, lag: 3, lagSeconds: 7.5 })]);
    expect(partitions.length).toBeGreaterThan(late.length);
    for (const { partition } of partitions.filter((each) => each.lag === 0))
      expect(partitions[partition]).toMatchObject({ lagSeconds: 0 });
  });

  it('counts what waits to be tried again and what was given up', async () => {
    expect(await reading(0)).toMatchObject({
      ...{ lag: 0, lagSeconds: 0, retrying: 1, deadLetters: 2, blownFuses: [] },
    });
  });
});
