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

const IDS = ['one-1-a', 'one-1-b'];

/** Reads in a transaction of its own, and tells which mentions were asked for. */
async function reading(memory: MentionMemory, ids: readonly string[]) {
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
    const first = await reading(memory, ['one-1-b']);
    const second = await reading(memory, IDS);
    const third = await reading(memory, IDS);
    expect(first.asked).toEqual([[['one-1-b']]].flat());
    expect(second.asked).toEqual([['one-1-a']]);
    expect(third.asked).toEqual([]);
    expect([...third.read.keys()].sort()).toEqual(IDS);
    expect(third.read.get('one-1-b')).toMatchObject({
      articleId: 'one',
      mention: { summary: 'Another.' },
    });
  });

  it('gives what it can’t keep all the same', async () => {
    const memory = new MentionMemory(1);
    await reading(memory, IDS);
    const { read, asked } = await reading(memory, IDS);
    expect(asked).toEqual([IDS]);
    expect([...read.keys()].sort()).toEqual(IDS);
  });

  it('knows nothing of mentions that are not there', async () => {
    expect((await reading(new MentionMemory(), ['gone'])).read.size).toBe(0);
  });
});
