import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { storeIncidentRevised } from '../handlers/store-incident-revised.handler.js';
import { readChanges } from '../live/change-reader.js';
import { criteriaOf } from '../queries/incident-parameters.js';
import type { Filters } from '../saved/saved-query.js';
import { revised } from '../testing/records.js';
import { openStoreDatabase, type StoreDatabase } from '../testing/store-database.js';
import { matchingRevisions } from './matching-revisions.js';
import { CHANGES, type ChangeName } from './webhook.js';

const START = { transaction: '1', id: '0' };
const handler = storeIncidentRevised(() => 7_000);
let store: StoreDatabase;

beforeAll(async () => {
  store = await openStoreDatabase(process.env['DATABASE_URL']);
  const { where, casualties } = revised().incident;
  const inFrance = { ...where, countryIso3: 'FRA', place: 'Lyon' };
  const killed = { low: 9, best: 9, high: null, basis: 'stated' as const, claims: [] };
  // One batch founds and corrects it: both are news.
  await store.apply(
    handler,
    revised({ incidentId: 'moved' }),
    revised({ incidentId: 'moved', revision: 2, where: inFrance }),
  );
  await store.apply(
    handler,
    revised({ incidentId: 'grown', revision: 2, casualties: { ...casualties, killed } }),
  );
  await store.apply(handler, {
    ...revised({ incidentId: 'grown', revision: 3, lifecycle: 'retracted' }),
    change: 'retracted',
  });
});
afterAll(() => store.close());

async function told(filters: Filters, kinds: readonly ChangeName[] = CHANGES) {
  for (let tries = 0; tries < 200; tries += 1) {
    const changes = await readChanges(store.db, START, 100);
    // Other specs' transactions hold the horizon up for a while.
    if (changes.length >= 4) {
      const found = await matchingRevisions(store.db, changes, kinds, criteriaOf(filters));
      return found.map(({ incidentId, revision, change }) => `${incidentId}/${revision} ${change}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The changes never came.');
}

describe('the revisions that a webhook tells of', () => {
  it('are all of them, in their order', async () =>
    expect(await told({})).toEqual([
      'moved/1 created',
      'moved/2 updated',
      'grown/2 updated',
      'grown/3 retracted',
    ]));

  it('are of the wanted kinds', async () =>
    expect(await told({}, ['created', 'retracted'])).toEqual([
      'moved/1 created',
      'grown/3 retracted',
    ]));

  it('satisfy the filters by what each says, not by what came later', async () => {
    expect(await told({ country: 'KAZ', text: 'rioters' })).toEqual([
      'moved/1 created',
      'moved/2 left',
      'grown/2 updated',
      'grown/3 retracted',
    ]);
    expect(await told({ country: 'FRA' })).toEqual(['moved/2 updated']);
    expect(await told({ killedMin: '9', from: '2022-01-01' })).toEqual([
      'grown/2 updated',
      'grown/3 left',
    ]);
    expect(await told({ near: '43.25,76.95', radiusKm: '50', country: 'FRA' })).toEqual([
      'moved/2 updated',
    ]);
  });

  it('are none where nothing satisfies, or the kind is another', async () => {
    expect(await told({ country: 'USA' })).toEqual([]);
    expect(await told({ country: 'FRA' }, ['created'])).toEqual([]);
  });
});
