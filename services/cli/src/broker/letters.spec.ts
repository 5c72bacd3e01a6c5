import { describe, expect, it } from '@jest/globals';
import { withPrefix } from '@tocsin/contracts';
import { DeadLetterAdmin } from '@tocsin/messaging-kafka';
import { deadLetterOf, memoryBroker } from '../testing/broker.js';
import { groupTopics, type GroupTopic } from './groups.js';
import { findLetter, findLetters } from './letters.js';

const places = groupTopics(withPrefix(''));
const placeOf = (name: string) =>
  places.find(({ topic, group }) => `${topic}/${group}` === name) as GroupTopic;
const fetched = placeOf('article-fetched/extractor');
const settled = placeOf('article-settled/store');

async function admin() {
  const broker = memoryBroker();
  await broker.publish([
    deadLetterOf(fetched, 'a', 'POISON'),
    deadLetterOf(fetched, 'b'),
    deadLetterOf(settled, 'c', 'SCHEMA'),
  ]);
  return new DeadLetterAdmin(broker, () => 0);
}
const idsOf = (found: readonly { id: string }[]) => found.map(({ id }) => id);

describe('dead letters', () => {
  it('are found in every topic of every group', async () => {
    expect(idsOf(await findLetters(await admin(), places, { limit: 10 }))).toEqual([
      'article-fetched/extractor/0/0',
      'article-fetched/extractor/0/1',
      'article-settled/store/0/0',
    ]);
  });

  it.each([
    [{ topic: 'article-settled' }, ['article-settled/store/0/0']],
    [{ group: 'store' }, ['article-settled/store/0/0']],
    [{ class: 'POISON' as const }, ['article-fetched/extractor/0/0']],
    [{ class: 'TIMEOUT' as const }, []],
    [
      { topic: 'article-fetched', group: 'extractor', class: 'PERMANENT' as const },
      ['article-fetched/extractor/0/1'],
    ],
  ])('are filtered by %j', async (filter, expected) => {
    const found = await findLetters(await admin(), places, { ...filter, limit: 10 });
    expect(idsOf(found)).toEqual(expected);
  });

  it('are no more than asked for, the oldest first', async () => {
    const found = await findLetters(await admin(), places, { limit: 1 });
    expect(idsOf(found)).toEqual(['article-fetched/extractor/0/0']);
  });

  it('of what nobody reads are a mistake of the command', async () => {
    const asked = findLetters(await admin(), places, {
      topic: 'article-fetched',
      group: 'store',
      limit: 1,
    });
    await expect(asked).rejects.toMatchObject({
      code: 'ERR_CLI_USAGE',
      exitCode: 2,
      message: expect.stringContaining('article-fetched/extractor'),
    });
  });
});

describe('a dead letter', () => {
  it('is found by its id', async () => {
    const found = await findLetter(await admin(), places, 'article-fetched/extractor/0/1');
    expect(found?.letter).toMatchObject({ class: 'PERMANENT', exception: 'ERR_SPEC', offset: 1n });
    expect(found?.place).toBe(fetched);
  });

  it('may be gone', async () => {
    const asked = findLetter(await admin(), places, 'article-fetched/extractor/0/99');
    expect(await asked).toBeUndefined();
  });

  it.each([
    'nonsense',
    'article-fetched/extractor/0',
    'no-topic/extractor/0/1',
    'article-fetched/extractor/0/-1',
  ])('has no id like %s', async (id) => {
    await expect(findLetter(await admin(), places, id)).rejects.toMatchObject({
      code: 'ERR_CLI_USAGE',
    });
  });
});
