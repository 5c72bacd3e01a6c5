import { describe, expect, it } from '@jest/globals';
import { withPrefix } from '@tocsin/contracts';
import { deadLetterOf, memoryBroker } from '../testing/letters.js';
import { readingsOf, type GroupTopic } from './readings.js';
import { groupState } from './group-state.js';

const place = readingsOf(withPrefix('')).find(
  ({ topic }) => topic === 'article-fetched',
) as GroupTopic;
const record = (topic: string, n: number) => ({
  topic,
  key: String(n),
  value: Buffer.from('{}'),
  headers: {},
});

describe('how far a group is', () => {
  it('is nothing to do on empty topics', async () => {
    expect(await groupState(memoryBroker(), place)).toEqual({
      topic: 'article-fetched',
      group: 'extractor',
      lag: 0,
      retrying: 0,
      deadLetters: 0,
    });
  });

  it('counts what waits, what is retried and what was given up, each apart', async () => {
    const broker = memoryBroker();
    await broker.publish([1, 2, 3, 4, 5].map((n) => record(place.physicalTopic, n)));
    await broker.publish(place.retryTopics.map((topic, n) => record(topic, n)));
    await broker.publish([deadLetterOf(place, 'a'), deadLetterOf(place, 'b')]);
    expect(await groupState(broker, place)).toMatchObject({
      lag: 5,
      retrying: place.retryTopics.length,
      deadLetters: 2,
    });
  });
});
