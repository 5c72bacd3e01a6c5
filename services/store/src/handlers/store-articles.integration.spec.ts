import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Outcome } from '@tocsin/messaging';
import { readArticle } from '../queries/article-reader.js';
import { article, settled, verdict } from '../testing/records.js';
import { openStoreDatabase, type StoreDatabase } from '../testing/store-database.js';
import { storeArticleDeduplicated } from './store-article-deduplicated.handler.js';
import { storeArticleExtracted } from './store-article-extracted.handler.js';
import { storeArticleSettled } from './store-article-settled.handler.js';

const extracted = storeArticleExtracted(() => 5_000);
const deduplicated = storeArticleDeduplicated(() => 6_000);
const ended = storeArticleSettled(() => 7_000);
let store: StoreDatabase;
beforeAll(async () => {
  store = await openStoreDatabase(process.env['DATABASE_URL']);
});
beforeEach(() =>
  store.db.query('TRUNCATE article, article_version, article_end, change RESTART IDENTITY'),
);
afterAll(() => store.close());

const outputsOf = (outcomes: readonly Outcome[]) =>
  outcomes.flatMap((outcome) => (outcome.kind === 'retry' ? [] : outcome.outputs));

describe('an article version', () => {
  it('is told as stored once both halves are there, whichever comes first', async () => {
    expect(outputsOf(await store.apply(extracted, article()))).toEqual([]);
    const [output] = outputsOf(await store.apply(deduplicated, verdict()));
    expect(output).toMatchObject({
      topic: 'article-settled',
      key: 'a1',
      value: { version: 1_000, stage: 'store', end: 'stored', traceparent: '00-trace' },
    });

    expect(outputsOf(await store.apply(deduplicated, verdict({ articleId: 'a2' })))).toEqual([]);
    expect(outputsOf(await store.apply(extracted, article({ articleId: 'a2' })))).toHaveLength(1);
  });

  it('is told once, however often its records come again', async () => {
    const all = [
      await store.apply(extracted, article(), article()),
      await store.apply(deduplicated, verdict(), verdict()),
      await store.apply(extracted, article()),
      await store.apply(deduplicated, verdict()),
    ];
    expect(all.flatMap(outputsOf)).toHaveLength(1);
  });

  it('is told once when both halves arrive at the same moment', async () => {
    const ids = Array.from({ length: 40 }, (_, n) => `x${n}`);
    const all = await Promise.all([
      store.apply(extracted, ...ids.map((articleId) => article({ articleId }))),
      store.apply(deduplicated, ...ids.toReversed().map((articleId) => verdict({ articleId }))),
    ]);
    const keys = all.flatMap(outputsOf).map(({ key }) => key);
    expect(keys.sort()).toEqual(ids.sort());
  });

  it('keeps what kind of page it is of; what was stored before has none', async () => {
    await store.apply(extracted, article({ pageType: 'live-blog' }));
    expect(await readArticle(store.db, 'a1')).toMatchObject({ pageType: 'live-blog' });
    await store.apply(extracted, article({ version: 1_001, pageType: 'article' }));
    expect(await readArticle(store.db, 'a1')).toMatchObject({ pageType: 'article' });
    await store.db.query('UPDATE article SET page_type = NULL');
    expect(await readArticle(store.db, 'a1')).toMatchObject({ version: 1_001, pageType: null });
  });

  it('is told even when a newer one has overtaken it', async () => {
    await store.apply(extracted, article({ version: 1 }), article({ version: 2, title: 'New' }));
    const outcomes = await store.apply(
      deduplicated,
      verdict({ version: 2 }),
      verdict({ version: 1 }),
    );
    expect(outputsOf(outcomes).map(({ value }) => (value as { version: number }).version)).toEqual([
      2, 1,
    ]);
  });

  it('older than the stored one changes nothing', async () => {
    await store.apply(extracted, article({ version: 2, title: 'New' }));
    await store.apply(extracted, article({ version: 1, title: 'Old' }));
    await store.apply(extracted, article({ version: 2, title: 'Same version' }));
    expect(await readArticle(store.db, 'a1')).toMatchObject({ version: 2, title: 'New' });
  });

  it('survives text that PostgreSQL refuses', async () => {
    await store.apply(extracted, article({ title: 'a\0b', paragraphs: ['x\uD800y', '\0'] }));
    expect(await readArticle(store.db, 'a1')).toMatchObject({
      title: 'a\uFFFDb',
      paragraphs: ['x\uFFFDy', '\uFFFD'],
    });
  });
});

describe('how a URL ended', () => {
  it('is its furthest stage, and can be checked by one query', async () => {
    await store.apply(extracted, article());
    await store.apply(deduplicated, verdict());
    await store.apply(
      ended,
      settled({ stage: 'store', end: 'stored', code: 'OK' }),
      settled({ stage: 'fetcher', end: 'failed', at: '2022-01-07T00:00:00Z' }),
    );
    expect(await store.db.query('SELECT ending, stage FROM article_state')).toEqual([
      { ending: 'stored', stage: 'store' },
    ]);
    const missing = await store.db.query(
      `SELECT v.article_id FROM article_version v
       LEFT JOIN article_state s ON s.url_id = v.article_id AND s.version = v.version
       WHERE s.url_id IS NULL`,
    );
    expect(missing).toEqual([]);
  });

  it('is the newest word of a stage, whatever the order', async () => {
    const late = settled({ at: '2022-01-06T19:00:00Z', code: 'ERR_LATE' });
    await store.apply(ended, late, settled());
    await store.apply(ended, settled());
    expect((await readArticle(store.db, 'a1'))?.ends).toEqual([
      expect.objectContaining({ code: 'ERR_LATE', at: '2022-01-06T19:00:00.000Z' }),
    ]);
  });

  it('is kept for a URL of which nothing was fetched', async () => {
    await store.apply(
      ended,
      settled({ version: null, stage: 'fetcher', code: 'ERR_FETCH_ROBOTS' }),
    );
    expect(await readArticle(store.db, 'a1')).toMatchObject({
      version: null,
      paragraphs: [],
      ends: [{ version: null, stage: 'fetcher', code: 'ERR_FETCH_ROBOTS' }],
    });
  });
});
