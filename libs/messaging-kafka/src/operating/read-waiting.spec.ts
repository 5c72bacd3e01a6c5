import { describe, expect, it } from '@jest/globals';
import { withPrefix } from '@tocsin/contracts';
import { InMemoryBroker } from '@tocsin/messaging';
import { readWaiting } from './read-waiting.js';
import { readingsOf } from './readings.js';

const places = readingsOf(withPrefix('')).filter(({ topic }) => topic === 'article-extracted');

/** One record at each of these moments, all in one partition; the group has finished the first ones. */
async function scene(moments: readonly number[], finished: number) {
  const clock = { now: 0 };
  const broker = new InMemoryBroker({ maxRecordBytes: 1_000, now: () => clock.now });
  for (const { name } of withPrefix('').provisioning()) broker.createTopic(name, 1);
  for (const now of moments) {
    clock.now = now;
    await broker.publish([{ topic: 'article-extracted', key: 'k', value: null, headers: {} }]);
  }
  if (finished > 0) {
    const member = await broker.subscribe({
      group: 'store',
      topics: ['article-extracted'],
      onAssigned: (assignment) => assignment.commit(BigInt(finished)),
      onBatch: async (batch) => batch.pause(),
    });
    await new Promise((resolve) => setTimeout(resolve, 5));
    await member.stop(0);
  }
  const all = await readWaiting(broker, places);
  return all.find(({ place }) => place.group === 'store');
}

describe('what waits for a group', () => {
  it('is nothing where nothing was written', async () => {
    expect(await scene([], 0)).toMatchObject({ lag: 0, written: 0, oldestAt: null });
  });

  it('is counted, with the moment since when the first of it waits', async () => {
    expect(await scene([10, 20, 30, 40], 1)).toMatchObject({
      lag: 3,
      written: 4,
      finished: 1,
      oldestAt: 20,
    });
  });

  it('is all of it for a group that never began', async () => {
    expect(await scene([10, 20], 0)).toMatchObject({ lag: 2, oldestAt: 10 });
  });
});
