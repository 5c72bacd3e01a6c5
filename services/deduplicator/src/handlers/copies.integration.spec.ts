import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ArticleDeduplicated, IncidentExtracted } from '@tocsin/contracts';
import { BUCKET_DEPTH, eventTimeOf, syndicate } from '@tocsin/dedup';
import fc from 'fast-check';
import type { Message } from '@tocsin/messaging';
import { expireSpans } from '../index/spans.js';
import { openTestIndex, outputsIn, type TestIndex } from '../testing/instance.js';
import { messageOf, storyOf } from '../testing/messages.js';
import { createDeduplicateArticlesHandler } from './deduplicate-articles.handler.js';

const WINDOW_DAYS = 14;
const handler = createDeduplicateArticlesHandler({ windowDays: WINDOW_DAYS });
let index: TestIndex;

beforeAll(async () => {
  index = await openTestIndex(process.env['DATABASE_URL']);
});
beforeEach(() => index.clear());
afterAll(() => index.close());

const MINUTE_MS = 60_000;
const at = (minute: number) =>
  new Date(Date.UTC(2022, 0, 6) + minute * MINUTE_MS).toISOString().replace('.000', '');
const handle = async (...messages: Message<IncidentExtracted>[]) =>
  outputsIn(await index.handle(handler, messages));

/** What was said last of each article. */
function newest(outputs: readonly { topic: string; value: unknown }[]) {
  const told = outputs.filter(({ topic }) => topic === 'article-deduplicated');
  return new Map(
    told.map(({ value }) => {
      const { articleId, version: _, ...place } = value as ArticleDeduplicated;
      return [articleId, place] as const;
    }),
  );
}

/** A group by whom is in it, whatever its id. */
const namedBySmallest = (places: ReadonlyMap<string, { syndicationId: string }>) => {
  const members = Map.groupBy(places.keys(), (id) => places.get(id)?.syndicationId);
  return new Map(
    [...places].map(([id, place]) => [
      id,
      { ...place, syndicationId: [...(members.get(place.syndicationId) ?? [])].sort()[0] },
    ]),
  );
};

const agency = storyOf('agency', 150);

describe('what is told of copies', () => {
  /** More copies than are compared, with tails that make some nearer than others; two on one site; a merger; a loner. */
  const messages = [
    ...Array.from({ length: 2 * BUCKET_DEPTH }, (_, i) =>
      messageOf(`copy${i}`, {
        text: `${agency} ${storyOf(`t${i % 5}x`, 7 * (i % 5))}`,
        publishedAt: at(i),
      }),
    ),
    messageOf('again', { text: `${agency} more`, site: 'copy3', publishedAt: at(50) }),
    messageOf('own', { text: storyOf('own', 90), publishedAt: at(3) }),
    messageOf('both', { text: `${agency} ${storyOf('own', 90)}`, publishedAt: at(60) }),
    messageOf('late', { text: agency, publishedAt: at(15 * 24 * 60) }),
    messageOf('short', { text: 'Subscribe to read', publishedAt: at(1) }),
  ];
  const expected = namedBySmallest(
    syndicate(
      messages.map(({ payload }) => ({
        articleId: payload.articleId,
        at: eventTimeOf(payload.publishedAt, payload.fetchedAt),
        url: payload.url,
        language: payload.language,
        fingerprint: payload.fingerprint,
      })),
      WINDOW_DAYS,
    ),
  );

  it('is what the library says of the whole set, in every order, in batches of any size', async () => {
    const orders = fc.tuple(
      fc.shuffledSubarray(messages, { minLength: messages.length }),
      fc.integer({ min: 1, max: 7 }),
    );
    await fc.assert(
      fc.asyncProperty(orders, async ([order, size]) => {
        await index.clear();
        const outputs = [];
        for (let from = 0; from < order.length; from += size) {
          outputs.push(...(await handle(...order.slice(from, from + size))));
        }
        expect(namedBySmallest(newest(outputs))).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});

describe('a version that copies nobody any more', () => {
  it('leaves its group, whose members find another source', async () => {
    await handle(
      messageOf('a', { text: agency, publishedAt: at(1) }),
      messageOf('b', { text: agency, publishedAt: at(2) }),
      messageOf('c', { text: agency, publishedAt: at(3) }),
    );
    const places = newest(
      await handle(messageOf('a', { version: 2, text: storyOf('new', 90), publishedAt: at(1) })),
    );
    expect(places.get('a')).toMatchObject({ syndicationId: 'a', reason: 'new-version' });
    expect(places.get('b')).toMatchObject({ syndicationId: 'b', reason: 'original' });
    expect(places.get('c')).toMatchObject({ syndicationId: 'b', nearestArticleId: 'b' });
    const filed = await index.query('SELECT 1 FROM article_signature');
    expect(filed).toHaveLength(3);
  });
});

describe('memory', () => {
  const day = (n: number) => new Date(Date.UTC(2022, 0, 6 + n)).toISOString();
  const fetched = (id: string, n: number, text = storyOf(id, 90)) =>
    messageOf(id, { text, publishedAt: at(0), fetchedAt: day(n) });
  /** The tables that are dropped with a span: of signatures and of buckets. */
  const partitions = async () =>
    (
      await index.query<{ name: string }>(
        `SELECT inhrelid::regclass::text AS name FROM pg_inherits
         WHERE inhparent = 'article_signature'::regclass
         UNION ALL SELECT oid::regclass::text FROM pg_class
         WHERE relkind = 'r' AND relname LIKE 'article_band_%' AND relnamespace = current_schema()::regnamespace
         ORDER BY 1`,
      )
    ).map(({ name }) => name);

  it('is dropped by the newest fetch, whole partitions at a time', async () => {
    for (const message of [fetched('a', 60), fetched('b', 76), fetched('c', 100)]) {
      await handle(message);
    }
    const before = await partitions();
    const dropped = await index.transact((tx) => expireSpans(tx, WINDOW_DAYS));
    expect(dropped.length).toBeGreaterThan(1);
    expect(before).toHaveLength(
      2 * (await index.query('SELECT span FROM copy_span')).length + 2 * dropped.length,
    );
    const isDropped = (name: string) => dropped.some((span) => name.endsWith(`_${span}`));
    expect(await partitions()).toEqual(before.filter((name) => !isDropped(name)));
    expect(await index.query('SELECT 1 FROM article')).toHaveLength(3);
    expect(await index.transact((tx) => expireSpans(tx, WINDOW_DAYS))).toEqual([]);
  });

  it('decides the same whether it was dropped already or not', async () => {
    await handle(fetched('a', 100, agency), fetched('z', 140));
    const before = newest(await handle(fetched('b', 140, agency)));
    expect(before.get('b')).toMatchObject({ reason: 'original' });
    await index.transact((tx) => expireSpans(tx, WINDOW_DAYS));
    const after = newest(await handle(fetched('c', 100, agency)));
    expect(after.get('c')).toMatchObject({ reason: 'original', syndicationId: 'c' });
  });
});
