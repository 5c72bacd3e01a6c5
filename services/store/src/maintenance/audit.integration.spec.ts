import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { storeArticleDeduplicated } from '../handlers/store-article-deduplicated.handler.js';
import { storeArticleExtracted } from '../handlers/store-article-extracted.handler.js';
import { storeArticleSettled } from '../handlers/store-article-settled.handler.js';
import { storeIncidentRevised } from '../handlers/store-incident-revised.handler.js';
import { article, revised, settled, verdict } from '../testing/records.js';
import { openStoreDatabase, type StoreDatabase } from '../testing/store-database.js';
import { audit } from './audit.js';

const DAY_MS = 86_400_000;
const NOW = Date.parse('2026-02-01T00:00:00Z');
let store: StoreDatabase;
beforeAll(async () => {
  store = await openStoreDatabase(process.env['DATABASE_URL']);
});
beforeEach(() => store.db.query('TRUNCATE article, article_version, article_end, incident'));
afterAll(() => store.close());

const arrived = (articleId: string, atMs: number) =>
  store.db.query(
    `INSERT INTO article_version (article_id, version, extracted_ms) VALUES ($1, 1000, $2)`,
    [articleId, atMs],
  );

describe('the audit', () => {
  it('finds versions that came to no end within a day', async () => {
    await arrived('lost', NOW - 2 * DAY_MS);
    await arrived('on-its-way', NOW - DAY_MS / 2);
    await arrived('given-up', NOW - 2 * DAY_MS);
    await store.apply(
      storeArticleSettled(() => NOW),
      settled({ urlId: 'given-up', version: 1_000, end: 'dead-lettered', stage: 'store' }),
    );
    expect(await audit(store.db, NOW)).toEqual({ 'missing-end': 1, 'shared-mention': 0 });
  });

  it('finds mentions that two active incidents rest on, unless they may be moving', async () => {
    const [source] = revised().incident.sources;
    const tellBy = (...mentionIds: string[]) => ({ sources: [{ ...source!, mentionIds }] });
    await store.apply(
      storeIncidentRevised(() => NOW),
      revised({ incidentId: 'i1', ...tellBy('m1', 'm2') }),
      revised({ incidentId: 'i2', ...tellBy('m2', 'm3') }),
      revised({ incidentId: 'i3', ...tellBy('m1'), lifecycle: 'merged', mergedInto: 'i1' }),
    );
    await store.db.query('UPDATE incident SET updated_ms = $1', [NOW]);
    expect(await audit(store.db, NOW + DAY_MS)).toEqual({ 'missing-end': 0, 'shared-mention': 1 });
    expect(await audit(store.db, NOW)).toEqual({ 'missing-end': 0, 'shared-mention': 0 });
  });

  it('finds them however far apart the incidents lie, and each once', async () => {
    const [source] = revised().incident.sources;
    const tellBy = (...mentionIds: string[]) => ({ sources: [{ ...source!, mentionIds }] });
    for (let n = 0; n < 7; n += 1) {
      const mentions = [`own-${n}`, ...(n % 3 === 0 ? ['of-three'] : [])];
      await store.apply(
        storeIncidentRevised(() => NOW + n),
        revised({ incidentId: `i${n}`, ...tellBy(...mentions) }),
      );
    }
    for (const slice of [1, 2, 7, 100]) {
      const found = await audit(store.db, NOW + DAY_MS, slice);
      expect(found).toEqual({ 'missing-end': 0, 'shared-mention': 1 });
    }
  });

  it('finds nothing wrong with an article that is stored', async () => {
    await store.apply(
      storeArticleExtracted(() => NOW),
      article(),
    );
    expect(await audit(store.db, NOW)).toMatchObject({ 'missing-end': 1 });
    await store.apply(
      storeArticleDeduplicated(() => NOW),
      verdict(),
    );
    expect(await audit(store.db, NOW)).toMatchObject({ 'missing-end': 0 });
  });
});
