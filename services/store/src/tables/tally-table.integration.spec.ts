import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { storeArticleDeduplicated } from '../handlers/store-article-deduplicated.handler.js';
import { storeArticleExtracted } from '../handlers/store-article-extracted.handler.js';
import { storeArticleSettled } from '../handlers/store-article-settled.handler.js';
import { storeIncidentRevised } from '../handlers/store-incident-revised.handler.js';
import { article, revised, settled, verdict } from '../testing/records.js';
import { openStoreDatabase, type StoreDatabase } from '../testing/store-database.js';
import { foldTallies, noteTallies, readTallies, recount } from './tally-table.js';

let store: StoreDatabase;
beforeAll(async () => {
  store = await openStoreDatabase(process.env['DATABASE_URL']);
});
beforeEach(() =>
  store.db.query(
    'TRUNCATE article, article_version, article_end, incident, incident_revision, tally',
  ),
);
afterAll(() => store.close());

const STAGES = ['fetcher', 'extractor', 'deduplicator', 'store'] as const;
const ENDS = ['stored', 'rejected', 'failed', 'dead-lettered'] as const;
const LIFECYCLES = ['active', 'merged', 'retracted'] as const;
const ids = fc.constantFrom('a', 'b', 'c');
const versions = fc.constantFrom(1_000, 2_000);

/** Records of all topics as they may come: again, late, and several of one key in a batch. */
const batch = fc.oneof(
  fc
    .array(fc.record({ articleId: ids, version: versions }), { minLength: 1, maxLength: 4 })
    .map((all) => () => store.apply(storeArticleExtracted(Date.now), ...all.map(article))),
  fc
    .array(fc.record({ articleId: ids, version: versions }), { minLength: 1, maxLength: 4 })
    .map((all) => () => store.apply(storeArticleDeduplicated(Date.now), ...all.map(verdict))),
  fc
    .array(
      fc.record({
        urlId: ids,
        version: versions,
        stage: fc.constantFrom(...STAGES),
        end: fc.constantFrom(...ENDS),
        at: fc.nat(9).map((n) => `2022-01-06T00:00:0${n}.000Z`),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map(
      (all) => () => store.apply(storeArticleSettled(Date.now), ...all.map((one) => settled(one))),
    ),
  fc
    .array(
      fc.record({
        incidentId: ids,
        revision: fc.integer({ min: 1, max: 4 }),
        lifecycle: fc.constantFrom(...LIFECYCLES),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map(
      (all) => () => store.apply(storeIncidentRevised(Date.now), ...all.map((one) => revised(one))),
    ),
);

describe('counts that are kept as rows are written', () => {
  it('are what counting the tables gives, whatever comes in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(batch, { minLength: 1, maxLength: 8 }), async (batches) => {
        for (const apply of batches) await apply();
        expect(await recount(store.db)).toBe(0);
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('are put right where somebody wrote rows and told nobody', async () => {
    await store.apply(storeIncidentRevised(Date.now), revised({ incidentId: 'a' }));
    await store.db.query('DELETE FROM incident');
    expect((await readTallies(store.db)).incidents).toBe(1);
    expect(await recount(store.db)).toBe(1);
    expect((await readTallies(store.db)).incidents).toBe(0);
  });

  it('are the same when what gathered is made one row of, also by two at once', async () => {
    for (let n = 0; n < 20; n += 1) await noteTallies(store.db, { failed: n, rejected: -1 });
    await Promise.all([foldTallies(store.db), foldTallies(store.db)]);
    expect(await readTallies(store.db)).toMatchObject({ failed: 190, rejected: -20, incidents: 0 });
    const [row] = await store.db.query('SELECT count(*)::int AS rows FROM tally');
    expect(row).toEqual({ rows: 2 });
  });
});
