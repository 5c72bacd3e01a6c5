import { describe, expect, it } from '@jest/globals';
import { withPrefix } from '@tocsin/contracts';
import { DeadLetterAdmin } from '@tocsin/messaging-kafka';
import { deadLetterOf, memoryBroker } from '../testing/broker.js';
import { groupTopics } from './groups.js';
import { findLetters } from './letters.js';
import { redriveLetters } from './redrive.js';

const places = groupTopics(withPrefix('')).filter(({ topic }) =>
  ['article-fetched', 'article-settled'].includes(topic),
);

async function lettersInAll() {
  const broker = memoryBroker();
  await broker.publish(places.map((place) => deadLetterOf(place, place.topic)));
  const admin = new DeadLetterAdmin(broker, () => 5_000);
  return { broker, admin, found: await findLetters(admin, places, { limit: 10 }) };
}

describe('redriving', () => {
  it("sends each to its own group's first retry topic, bytes and key untouched", async () => {
    const { broker, admin, found } = await lettersInAll();
    expect(await redriveLetters(admin, found)).toBe(2);
    for (const { retryTopics, topic } of places) {
      const [record, ...others] = broker.read(retryTopics[0] ?? '');
      expect(others).toEqual([]);
      expect(record?.value?.toString()).toBe(topic);
      expect(record?.key?.toString()).toBe('key');
      expect(String(record?.headers['mark'])).toBe('m');
    }
  });

  it('leaves the log of refusals as it was', async () => {
    const { admin, found } = await lettersInAll();
    await redriveLetters(admin, found);
    expect(await findLetters(admin, places, { limit: 10 })).toHaveLength(2);
  });

  it('sends nothing when one has no way back', async () => {
    const { broker, admin, found } = await lettersInAll();
    const stuck = found.map((each, at) =>
      at === 1 ? { ...each, place: { ...each.place, firstRetry: null } } : each,
    );
    await expect(redriveLetters(admin, stuck)).rejects.toMatchObject({ code: 'ERR_CLI_NO_RETRY' });
    expect(broker.read(places[0]?.retryTopics[0] ?? '')).toEqual([]);
  });

  it('of nothing sends nothing', async () => {
    const { admin } = await lettersInAll();
    expect(await redriveLetters(admin, [])).toBe(0);
  });
});
