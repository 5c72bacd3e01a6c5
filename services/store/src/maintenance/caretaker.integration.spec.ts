import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { storeIncidentRevised } from '../handlers/store-incident-revised.handler.js';
import { parseIncidentQuery } from '../queries/incident-query.js';
import { searchIncidents } from '../queries/incident-search.js';
import { readRevisions } from '../queries/incident-reader.js';
import { revised } from '../testing/records.js';
import { openStoreDatabase, type StoreDatabase } from '../testing/store-database.js';
import { Caretaker } from './caretaker.js';

let store: StoreDatabase;
beforeAll(async () => {
  store = await openStoreDatabase(process.env['DATABASE_URL']);
});
afterAll(() => store.close());

const partsOf = async (table: string) =>
  (
    await store.db.query<{ name: string }>(
      `SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = $1::regclass`,
      [table],
    )
  )
    .map(({ name }) => name)
    .sort();
const caretakerAt = (moment: string) =>
  new Caretaker(
    store.db,
    () => Date.parse(moment),
    (error) => {
      throw error;
    },
  );

describe('the caretaker', () => {
  it('makes months ahead, keeps changes for a while and revisions for ever', async () => {
    await Promise.all([
      caretakerAt('2022-01-15T00:00:00Z').once(),
      caretakerAt('2022-01-15T00:00:00Z').once(),
    ]);
    await caretakerAt('2022-05-01T00:00:00Z').once();
    const months = ['2022_02', '2022_03', '2022_05', '2022_06', '2022_07'];
    expect(await partsOf('change')).toEqual([...months.map((m) => `change_${m}`), 'change_other']);
    expect(await partsOf('incident_revision')).toContain('incident_revision_2022_01');
  });

  it('leaves what was written in a month where it is found', async () => {
    const at = Date.parse('2022-05-10T00:00:00Z');
    await store.apply(
      storeIncidentRevised(() => at),
      revised({ incidentId: 'may' }),
    );
    await store.apply(
      storeIncidentRevised(() => at + 40 * 86_400_000),
      revised({ incidentId: 'may', revision: 2 }),
      revised({ incidentId: 'may' }),
    );
    expect(await readRevisions(store.db, 'may', 0, 10)).toHaveLength(2);
    expect(
      await store.db.query(
        `SELECT tableoid::regclass::text AS part FROM change WHERE key = 'may' ORDER BY id`,
      ),
    ).toEqual([{ part: 'change_2022_05' }, { part: 'change_2022_06' }]);
  });

  it('derives what an older release wrote, and calls it no change', async () => {
    await store.db.query(`UPDATE incident SET facets = NULL, search = NULL`);
    const find = async () =>
      (await searchIncidents(store.db, parseIncidentQuery({ country: 'KAZ', text: 'rioters' })))
        .items;
    const [{ before }] = (await store.db.query('SELECT updated_ms AS before FROM incident')) as [
      { before: string },
    ];
    expect(await find()).toEqual([]);
    await caretakerAt('2022-05-01T00:00:00Z').once();
    expect((await find()).map(({ incidentId }) => incidentId)).toEqual(['may']);
    expect(await store.db.query('SELECT updated_ms AS before FROM incident')).toEqual([{ before }]);
  });

  it('tells what fails and can be stopped in the middle', async () => {
    const errors: unknown[] = [];
    const broken = { query: () => Promise.reject(new Error('gone')) };
    const caretaker = new Caretaker(broken, Date.now, (error) => errors.push(error));
    caretaker.start();
    await caretaker.stop();
    expect(errors).toHaveLength(1);
  });
});
