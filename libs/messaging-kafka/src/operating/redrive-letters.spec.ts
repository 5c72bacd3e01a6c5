import { describe, expect, it } from '@jest/globals';
import { withPrefix } from '@tocsin/contracts';
import type { InMemoryBroker } from '@tocsin/messaging';
import { deadLetterOf, memoryBroker } from '../testing/letters.js';
import { readingsOf } from './readings.js';
import { findLetters, type FoundLetter } from './find-letters.js';
import { redriveLetters } from './redrive-letters.js';

const places = readingsOf(withPrefix('')).filter(({ topic }) =>
  ['article-fetched', 'article-settled'].includes(topic),
);

async function all(broker: InMemoryBroker): Promise<readonly FoundLetter[]> {
  const bounds = { limit: 10, scan: 10 };
  return (await findLetters(broker, places, {}, bounds, (each) => each)).items;
}

async function lettersInAll() {
  const broker = memoryBroker();
  await broker.publish(places.map((place) => deadLetterOf(place, place.topic)));
  return { broker, found: await all(broker) };
}

describe('redriving', () => {
  it("sends each to its own group's first retry topic, bytes and key untouched", async () => {
    const { broker, found } = await lettersInAll();
    expect(await redriveLetters(broker, found, 5_000)).toBe(2);
    for (const { retryTopics, topic } of places) {
      const [record, ...others] = broker.read(retryTopics[0] ?? '');
      expect(others).toEqual([]);
      expect(record?.value?.toString()).toBe(topic);
      expect(record?.key?.toString()).toBe('key');
      expect(String(record?.headers['mark'])).toBe('m');
    }
  });

  it('leaves the log of refusals as it was', async () => {
    const { broker, found } = await lettersInAll();
    await redriveLetters(broker, found, 5_000);
    expect(await all(broker)).toHaveLength(2);
  });

  it('sends nothing when one has no way back', async () => {
    const { broker, found } = await lettersInAll();
    const stuck = found.map((each, at) =>
      at === 1 ? { ...each, place: { ...each.place, firstRetry: null } } : each,
    );
    await expect(redriveLetters(broker, stuck, 5_000)).rejects.toMatchObject({
      code: 'ERR_OPERATING_NO_RETRY',
    });
    expect(broker.read(places[0]?.retryTopics[0] ?? '')).toEqual([]);
  });

  it('of nothing sends nothing', async () => {
    const { broker } = await lettersInAll();
    expect(await redriveLetters(broker, [], 5_000)).toBe(0);
  });
});
