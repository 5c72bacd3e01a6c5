import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mentionOf } from '@tocsin/contracts/testing';
import type { Queryable } from '@tocsin/persistence';
import { createDeduplicateArticlesHandler } from '../handlers/deduplicate-articles.handler.js';
import { openTestIndex, type TestIndex } from '../testing/instance.js';
import { messageOf, storyOf } from '../testing/messages.js';
import { MentionMemory } from './mention-memory.js';

let index: TestIndex;

beforeAll(async () => {
  index = await openTestIndex(process.env['DATABASE_URL']);
});
afterAll(() => index.close());
beforeEach(async () => {
  await index.clear();
  const mentions = [mentionOf('a'), mentionOf('b', { summary: 'Another.' })];
  await index.handle(createDeduplicateArticlesHandler({ windowDays: 14 }), [
    messageOf('one', { text: storyOf('one'), mentions }),
  ]);
});

/** Of `one-1-a` and `one-1-b`, in this order. */
async function numbers(): Promise<number[]> {
  const rows = await index.query<{ number: string }>(
    'SELECT number FROM mention ORDER BY mention_id',
  );
  return rows.map(({ number }) => Number(number));
}

/** Reads in a transaction of its own, and tells which mentions were asked for. */
async function reading(memory: MentionMemory, ids: readonly number[]) {
  const asked: unknown[] = [];
  const read = await index.transact((tx) => {
    const watched = {
      query: (sql: string, [missing]: unknown[] = []) => {
        asked.push(missing);
        return tx.query(sql, [missing]);
      },
    } as Queryable;
    return memory.read(ids, watched);
  });
  return { read, asked };
}

describe('the memory of mentions', () => {
  it('reads each of them once', async () => {
    const memory = new MentionMemory();
    const both = await numbers();
    const [a, b] = both as [number, number];
    const first = await reading(memory, [b]);
    const second = await reading(memory, both);
    const third = await reading(memory, both);
    expect(first.asked).toEqual([[b]]);
    expect(second.asked).toEqual([[a]]);
    expect(third.asked).toEqual([]);
    expect([...third.read.keys()]).toEqual(both);
    expect(third.read.get(b)).toMatchObject({
      articleId: 'one',
      mention: { summary: 'Another.' },
    });
  });

  it('keeps an article’s keywords once, and those of another version beside them', async () => {
    const said = async (term: string) => {
      const keywords = JSON.stringify([{ term, weight: 1, name: false }]);
      await index.query(`UPDATE article SET keywords = '${keywords}'`);
    };
    const [a = 0, b = 0] = await numbers();
    const memory = new MentionMemory();
    const keywordsOf = async (id: number) =>
      (await reading(memory, [id])).read.get(id)?.keywords ?? [];

    await said('same');
    expect(await keywordsOf(b)).toBe(await keywordsOf(a));

    const forgetful = new MentionMemory(1);
    const first = (await reading(forgetful, [a])).read.get(a)?.keywords;
    await said('other');
    const second = (await reading(forgetful, [b])).read.get(b)?.keywords;
    expect([first, second]).toMatchObject([[{ term: 'same' }], [{ term: 'other' }]]);
  });

  it('gives what it can’t keep all the same', async () => {
    const memory = new MentionMemory(1);
    const both = await numbers();
    await reading(memory, both);
    const { read, asked } = await reading(memory, both);
    expect(asked).toEqual([both]);
    expect([...read.keys()].sort((x, y) => x - y)).toEqual(both);
  });

  it('knows nothing of mentions that are not there', async () => {
    expect((await reading(new MentionMemory(), [-1])).read.size).toBe(0);
  });
});
