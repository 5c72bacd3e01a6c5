import { describe, expect, it } from '@jest/globals';
import { withPrefix } from '@tocsin/contracts';
import { deadLetterOf, memoryBroker } from '../testing/letters.js';
import { findLetters, type LetterFilter, type PageBounds } from './find-letters.js';
import { readingsOf, type GroupTopic } from './readings.js';

const places = readingsOf(withPrefix(''));
const placeOf = (name: string) =>
  places.find(({ topic, group }) => `${topic}/${group}` === name) as GroupTopic;
const fetched = placeOf('article-fetched/extractor');
const settled = placeOf('article-settled/store');

async function broker() {
  const memory = memoryBroker();
  await memory.publish([
    deadLetterOf(fetched, 'a', 'POISON'),
    deadLetterOf(fetched, 'b'),
    deadLetterOf(settled, 'c', 'SCHEMA'),
  ]);
  return memory;
}
const ALL = [
  'article-fetched/extractor/0/0',
  'article-fetched/extractor/0/1',
  'article-settled/store/0/0',
];
const find = async (filter: LetterFilter, bounds: Partial<PageBounds> = {}, of = broker()) =>
  findLetters(await of, places, filter, { limit: 10, scan: 100, ...bounds }, ({ id }) => id);

describe('dead letters', () => {
  it('are found in every topic of every group', async () => {
    expect(await find({})).toEqual({ items: ALL, next: null, scanned: 3 });
  });

  it.each([
    [{ topic: 'article-settled' }, ALL.slice(2)],
    [{ group: 'store' }, ALL.slice(2)],
    [{ class: 'POISON' as const }, ALL.slice(0, 1)],
    [{ class: 'TIMEOUT' as const }, []],
    [{ code: 'ERR_SPEC' }, ALL],
    [{ code: 'ERR_OTHER' }, []],
    [{ since: 1_000, until: 1_001 }, ALL],
    [{ since: 1_001 }, []],
    [{ until: 1_000 }, []],
    [
      { topic: 'article-fetched', group: 'extractor', class: 'PERMANENT' as const },
      ALL.slice(1, 2),
    ],
  ])('are filtered by %j', async (filter, expected) => {
    expect((await find(filter)).items).toEqual(expected);
  });

  it('of what nobody reads are a mistake', async () => {
    await expect(find({ topic: 'article-fetched', group: 'store' })).rejects.toMatchObject({
      code: 'ERR_OPERATING_PLACE',
      message: expect.stringContaining('article-fetched/extractor'),
    });
  });
});

describe('pages of dead letters', () => {
  it.each([
    ['few letters', { limit: 1, scan: 100 }],
    ['few records', { limit: 10, scan: 1 }],
    ['both', { limit: 1, scan: 2 }],
  ])('of %s lose none and double none', async (_, bounds) => {
    const of = broker();
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await find({}, cursor ? { ...bounds, cursor } : bounds, of);
      seen.push(...page.items);
      expect(page.scanned).toBeLessThanOrEqual(bounds.scan);
      cursor = page.next;
    } while (cursor !== null);
    expect(seen).toEqual(ALL);
  });

  it('may be empty before the end', async () => {
    expect(await find({ class: 'SCHEMA' }, { scan: 2 })).toMatchObject({
      items: [],
      next: 'article-settled/store/0/0',
    });
  });

  it('go on where retention took what the cursor named', async () => {
    const memory = await broker();
    memory.truncate(fetched.deadLetterTopic, 0, 1n);
    const page = await find({}, { cursor: ALL[0] as string }, Promise.resolve(memory));
    expect(page.items).toEqual(ALL.slice(1));
  });

  it('have no cursor but their own', async () => {
    await expect(find({}, { cursor: 'odd' })).rejects.toMatchObject({ code: 'ERR_OPERATING_ID' });
    const other = find({ group: 'store' }, { cursor: ALL[0] as string });
    await expect(other).rejects.toMatchObject({ code: 'ERR_OPERATING_ID' });
  });
});
