import { describe, expect, it } from '@jest/globals';
import { deadLetterOf, memoryBroker } from '../testing/letters.js';
import { brokerOfThree, fetched, places, settled, THREE } from '../testing/three-letters.js';
import { findLetter, findLettersById } from './find-by-id.js';

describe('a dead letter', () => {
  it('is found by its id', async () => {
    const found = await findLetter(await brokerOfThree(), places, 'article-fetched/extractor/0/1');
    expect(found?.letter).toMatchObject({ class: 'PERMANENT', exception: 'ERR_SPEC', offset: 1n });
    expect(found?.place).toBe(fetched);
  });

  it('is found among others, in the order asked for, and once', async () => {
    const ids = [
      THREE[2],
      'article-fetched/extractor/0/99',
      THREE[1],
      THREE[0],
      THREE[2],
    ] as string[];
    const found = await findLettersById(await brokerOfThree(), places, ids);
    expect(found.map(({ id }) => id)).toEqual([THREE[2], THREE[1], THREE[0]]);
  });

  it('is found far from another of its partition', async () => {
    const memory = memoryBroker();
    const letters = Array.from({ length: 1_500 }, (_, n) => deadLetterOf(settled, String(n)));
    await memory.publish(letters);
    const ids = ['article-settled/store/0/1400', 'article-settled/store/0/3'];
    const found = await findLettersById(memory, places, ids);
    expect(found.map(({ letter }) => String(letter.record.value))).toEqual(['1400', '3']);
  });

  it('is one of at most a hundred that are asked for', async () => {
    const ids = Array.from({ length: 101 }, (_, n) => `article-fetched/extractor/0/${n}`);
    await expect(findLettersById(await brokerOfThree(), places, ids)).rejects.toMatchObject({
      code: 'ERR_OPERATING_ID',
    });
  });

  it('may be gone', async () => {
    expect(
      await findLetter(await brokerOfThree(), places, 'article-fetched/extractor/0/99'),
    ).toBeUndefined();
  });

  it.each([
    'nonsense',
    'article-fetched/extractor/0',
    'no-topic/extractor/0/1',
    'article-fetched/extractor/0/-1',
  ])('has no id like %s', async (id) => {
    await expect(findLetter(await brokerOfThree(), places, id)).rejects.toMatchObject({
      code: 'ERR_OPERATING_ID',
    });
  });
});
