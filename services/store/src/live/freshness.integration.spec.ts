import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { storeArticleSettled } from '../handlers/store-article-settled.handler.js';
import { settled } from '../testing/records.js';
import { openStoreDatabase, type StoreDatabase } from '../testing/store-database.js';
import { readFreshness } from './freshness.js';

let store: StoreDatabase;
beforeAll(async () => {
  store = await openStoreDatabase(process.env['DATABASE_URL']);
});
afterAll(() => store.close());

it('tells when the line last brought anything, also what is no incident', async () => {
  const at = '1970-01-01T00:01:00.000Z';
  expect(await readFreshness(store.db, 60_000)).toEqual({ at, heardAt: null });
  await store.apply(
    storeArticleSettled(() => 30_000),
    settled(),
  );
  expect(await readFreshness(store.db, 60_000)).toEqual({
    at,
    heardAt: '1970-01-01T00:00:30.000Z',
  });
});
