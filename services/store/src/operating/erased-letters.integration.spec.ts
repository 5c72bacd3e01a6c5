import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InMemoryBroker } from '@tocsin/messaging';
import type { GroupTopic } from '@tocsin/messaging-kafka';
import { deadLetterOf, memoryBroker } from '@tocsin/messaging-kafka/testing';
import { eraseSource, eraseText } from '../rights/erase-text.js';
import { keyOfHost } from '../rights/host-key.js';
import { openStoreDatabase, type StoreDatabase } from '../testing/store-database.js';
import { lettersMeant, listLetters, showLetter } from './letter-reader.js';
import { lineOn, type Line } from './line.js';

const VALUES = {
  'of an erased article': '{"articleId":"gone","title":"secret"}',
  'of an erased source': '{"title":"secret","url":"https://www.erased.example/1"}',
  'of neither': '{"articleId":"kept","url":"https://kept.example/1","title":"open"}',
  'that only links to the source in a text':
    '{"articleId":"kept","text":"open <a href=\\"https://erased.example/1\\">"}',
  'that is no JSON': '"articleId":"gone" secret \0',
};
const names = Object.keys(VALUES);
const isWithheld = [true, true, false, false, true];
let store: StoreDatabase;
let broker: InMemoryBroker;
let line: Line;

beforeAll(async () => {
  store = await openStoreDatabase(process.env['DATABASE_URL']);
  broker = memoryBroker();
  line = lineOn(broker);
  const place = line.readings.find(({ topic }) => topic === 'article-fetched') as GroupTopic;
  await broker.publish(Object.values(VALUES).map((value) => deadLetterOf(place, value)));
});
afterAll(async () => {
  await broker.close();
  await store.close();
});

const shown = async () => {
  const { items } = await listLetters(line, store.db, { filter: {}, limit: 50 });
  const views = await Promise.all(items.map(({ id }) => showLetter(line, store.db, id)));
  return { items, views };
};

describe('a dead letter', () => {
  it('is shown whole before anything is erased', async () => {
    const { views } = await shown();
    expect(views.map((view) => view?.value)).toEqual(Object.values(VALUES));
  });

  it.each(names.map((name, at) => [name, at] as const))('%s, after an erasure', async (_, at) => {
    await eraseText(store.db, ['gone'], 1);
    await eraseSource(store.db, keyOfHost('erased.example'), 1);
    const { items, views } = await shown();
    const view = views[at];
    expect(view?.value).toBe(isWithheld[at] ? null : Object.values(VALUES)[at]);
    expect(Object.keys(view?.headers ?? {}).length > 0).toBe(!isWithheld[at]);
    for (const message of [view?.message, items[at]?.message]) {
      expect(message?.startsWith('Withheld')).toBe(isWithheld[at]);
    }
  });

  it('is not sent back either, whether it is named or meant by a filter', async () => {
    const ids = (await shown()).items.map(({ id }) => id);
    const kept = ids.filter((_, at) => !isWithheld[at]);
    for (const meant of [{ ids }, { filter: {}, again: true }]) {
      const sent: string[] = [];
      for await (const { fresh } of lettersMeant(line, store.db, meant)) {
        sent.push(...fresh.map(({ id }) => id));
      }
      expect(sent).toEqual(kept);
    }
  });
});
