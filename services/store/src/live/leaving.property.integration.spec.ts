import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Incident } from '@tocsin/contracts';
import fc from 'fast-check';
import { storeIncidentRevised } from '../handlers/store-incident-revised.handler.js';
import { criteriaOf } from '../queries/incident-parameters.js';
import { revised } from '../testing/records.js';
import { openStoreDatabase, type StoreDatabase } from '../testing/store-database.js';
import { matchingRevisions } from '../webhooks/matching-revisions.js';
import { CHANGES } from '../webhooks/webhook.js';
import { readChanges } from './change-reader.js';
import { eventsOf } from './live-incidents.js';

const handler = storeIncidentRevised(() => 7_000);
const START = { transaction: '1', id: '0' };
const IN_HOMS = criteriaOf({ country: 'SYR', text: 'homs' });
let store: StoreDatabase;
beforeAll(async () => {
  store = await openStoreDatabase(process.env['DATABASE_URL']);
});
beforeEach(() =>
  store.db.query('TRUNCATE incident, incident_revision, change, erased_revision, tally'),
);
afterAll(() => store.close());

const at = (place: string): Incident['where'] => ({
  ...revised().incident.where,
  countryIso3: 'SYR',
  place,
});
const revision = (incidentId: string, number: number, place: string) =>
  revised({ incidentId, revision: number, where: at(place), summary: `Blast in ${place}.` });

/** All changes, once no transaction of another spec holds them back any more. */
async function allChanges(after = START, count = 1) {
  for (let tries = 0; tries < 500; tries += 1) {
    const changes = await readChanges(store.db, after, 1_000);
    if (changes.length >= count) return changes;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('The changes never came.');
}

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ id: fc.nat(2), place: fc.constantFrom('Homs', 'Hama') }) },
  { weight: 1, arbitrary: fc.constant('read' as const) },
);

describe('a subscriber with filters', () => {
  it('holds what satisfies them now and has heard what has left, whenever it reads or comes again', async () => {
    let left = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 4, maxLength: 24 }),
        fc.integer({ min: 1, max: 4 }),
        async (steps, atOnce) => {
          await store.db.query('TRUNCATE incident, incident_revision, change');
          const held = new Map<string, number>();
          const numbers = new Map<string, number>();
          let [place, written, read] = [START, 0, 0];
          const readSome = async () => {
            const changes = (await allChanges(place, written - read)).slice(0, atOnce);
            read += changes.length;
            for (const event of await eventsOf(store.db, IN_HOMS, changes)) {
              if (event.kind === 'heartbeat') continue;
              const { incidentId, revision: number } = JSON.parse(event.json) as Incident;
              if (event.kind === 'incident') held.set(incidentId, number);
              else left += held.delete(incidentId) ? 1 : 0;
            }
            place = changes.at(-1) ?? place;
          };
          for (const one of steps) {
            if (one === 'read') {
              if (read < written) await readSome();
              continue;
            }
            const id = `i${one.id}`;
            numbers.set(id, (numbers.get(id) ?? 0) + 1);
            written += 1;
            await store.apply(handler, revision(id, numbers.get(id) as number, one.place));
          }
          while (read < written) await readSome();
          const now = await store.db.query<{ incident_id: string; revision: number }>(
            `SELECT incident_id, revision FROM incident WHERE place = 'Homs' ORDER BY 1`,
          );
          expect([...held].toSorted()).toEqual(now.map((row) => [row.incident_id, row.revision]));
        },
      ),
      { numRuns: 30 },
    );
    expect(left).toBeGreaterThan(0);
  }, 120_000);

  it('is told by webhook of each coming and going, in order and once', async () => {
    for (const [n, place] of ['Hama', 'Homs', 'Homs', 'Hama', 'Hama', 'Homs'].entries())
      await store.apply(handler, revision('moving', n + 1, place));
    const told = await matchingRevisions(store.db, await allChanges(START, 6), CHANGES, IN_HOMS);
    expect(told.map(({ revision: number, change }) => `${number} ${change}`)).toEqual([
      '2 updated',
      '3 updated',
      '4 left',
      '6 updated',
    ]);
    const founded = await matchingRevisions(store.db, await allChanges(), ['created'], IN_HOMS);
    expect(founded.map(({ change }) => change)).toEqual(['left']);
  });

  it('is told also when what it was told of is erased, and nothing of what nobody ever told', async () => {
    await store.apply(handler, revision('gone', 1, 'Homs'));
    await store.apply(handler, revision('gone', 2, 'Hama'));
    await store.apply(handler, revision('late', 3, 'Hama'));
    await store.db.query(
      `DELETE FROM incident_revision WHERE incident_id = 'gone' AND revision = 1`,
    );
    await store.db.query(`INSERT INTO erased_revision VALUES ('gone', 1)`);
    const changes = await allChanges(START, 3);
    const events = await eventsOf(store.db, IN_HOMS, changes);
    expect(events.map(({ kind }) => kind)).toEqual(['left']);
    const told = await matchingRevisions(store.db, changes, CHANGES, IN_HOMS);
    expect(told.map(({ revision: number, change }) => `${number} ${change}`)).toEqual(['2 left']);
  });
});
