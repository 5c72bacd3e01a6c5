import { describe, expect, it } from '@jest/globals';
import { brokerOfThree, fetched, places, THREE } from '../testing/three-letters.js';
import { findLetters, type LetterFilter, type PageBounds } from './find-letters.js';

const find = async (filter: LetterFilter, bounds: Partial<PageBounds> = {}, of = brokerOfThree()) =>
  findLetters(await of, places, filter, { limit: 10, scan: 100, ...bounds }, ({ id }) => id);

describe('dead letters', () => {
  it('are found in every topic of every group', async () => {
    expect(await find({})).toEqual({ items: THREE, next: null, scanned: 3 });
  });

  it.each([
    [{ topic: 'article-settled' }, THREE.slice(2)],
    [{ group: 'store' }, THREE.slice(2)],
    [{ class: 'POISON' as const }, THREE.slice(0, 1)],
    [{ class: 'TIMEOUT' as const }, []],
    [{ code: 'ERR_SPEC' }, THREE],
    [{ code: 'ERR_OTHER' }, []],
    [{ since: 1_000, until: 1_001 }, THREE],
    [{ since: 1_001 }, []],
    [{ until: 1_000 }, []],
    [
      { topic: 'article-fetched', group: 'extractor', class: 'PERMANENT' as const },
      THREE.slice(1, 2),
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
    const of = brokerOfThree();
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await find({}, cursor ? { ...bounds, cursor } : bounds, of);
      seen.push(...page.items);
      expect(page.scanned).toBeLessThanOrEqual(bounds.scan);
      cursor = page.next;
    } while (cursor !== null);
    expect(seen).toEqual(THREE);
  });

  it('may be empty before the end', async () => {
    expect(await find({ class: 'SCHEMA' }, { scan: 2 })).toMatchObject({
      items: [],
      next: 'article-settled/store/0/0',
    });
  });

  it('go on where retention took what the cursor named', async () => {
    const memory = await brokerOfThree();
    memory.truncate(fetched.deadLetterTopic, 0, 1n);
    const page = await find({}, { cursor: THREE[0] as string }, Promise.resolve(memory));
    expect(page.items).toEqual(THREE.slice(1));
  });

  it('have no cursor but their own', async () => {
    await expect(find({}, { cursor: 'odd' })).rejects.toMatchObject({ code: 'ERR_OPERATING_ID' });
    const other = find({ group: 'store' }, { cursor: THREE[0] as string });
    await expect(other).rejects.toMatchObject({ code: 'ERR_OPERATING_ID' });
  });
});
