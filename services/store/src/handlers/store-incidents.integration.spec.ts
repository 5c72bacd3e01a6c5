import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readIncident, readRevisions } from '../queries/incident-reader.js';
import { revised } from '../testing/records.js';
import { openStoreDatabase, type StoreDatabase } from '../testing/store-database.js';
import { storeIncidentRevised } from './store-incident-revised.handler.js';

const handler = storeIncidentRevised(() => 5_000);
let store: StoreDatabase;
beforeAll(async () => {
  store = await openStoreDatabase(process.env['DATABASE_URL']);
});
beforeEach(() => store.db.query('TRUNCATE incident, incident_revision, change'));
afterAll(() => store.close());

const kinds = async (...records: Parameters<typeof revised>) =>
  (await store.apply(handler, ...records.map((record) => revised(record)))).map(({ kind }) => kind);
const changes = () => store.db.query('SELECT kind, key, revision::int FROM change ORDER BY id');

describe('an incident', () => {
  it('is its newest revision; every revision is kept', async () => {
    const outcomes = await store.apply(
      handler,
      revised(),
      revised({ revision: 2, summary: 'Second.' }),
    );
    expect(outcomes.map(({ kind }) => kind)).toEqual(['ok', 'ok']);
    expect(await readIncident(store.db, 'i1')).toMatchObject({ revision: 2, summary: 'Second.' });
    expect(await readRevisions(store.db, 'i1', 0, 10)).toHaveLength(2);
    expect(await changes()).toEqual([
      { kind: 'incident', key: 'i1', revision: 1 },
      { kind: 'incident', key: 'i1', revision: 2 },
    ]);
  });

  it('does not change by an old or a repeated revision, which are counted', async () => {
    await kinds({ revision: 3, summary: 'Third.' });
    expect(await kinds({ revision: 2 })).toEqual(['drop']);
    expect(await kinds({ revision: 3, summary: 'Forged.' })).toEqual(['drop']);
    expect(await readIncident(store.db, 'i1')).toMatchObject({ revision: 3, summary: 'Third.' });
    expect((await readRevisions(store.db, 'i1', 0, 10)).map((r) => r.incident.revision)).toEqual([
      2, 3,
    ]);
    expect(await changes()).toHaveLength(1);
  });

  it('that was merged forwards to the one it went into, through several merges', async () => {
    await kinds({ incidentId: 'i3' });
    await store.apply(
      handler,
      revised({ incidentId: 'i1', revision: 2, lifecycle: 'merged', mergedInto: 'i2' }),
      revised({ incidentId: 'i2', revision: 2, lifecycle: 'merged', mergedInto: 'i3' }),
    );
    expect(await readIncident(store.db, 'i1')).toMatchObject({ incidentId: 'i3' });
  });

  it('merged in a circle by mistake is still answered', async () => {
    await store.apply(
      handler,
      revised({ incidentId: 'i1', lifecycle: 'merged', mergedInto: 'i2' }),
      revised({ incidentId: 'i2', lifecycle: 'merged', mergedInto: 'i1' }),
    );
    expect(await readIncident(store.db, 'i1')).toBeDefined();
  });

  it('keeps days as days and leaves out what is none', async () => {
    const [base] = [revised().incident.when];
    await kinds({ when: { ...base, start: '2022-02-30', end: '2022-03-01T10:00' } });
    expect(
      await store.db.query(
        'SELECT start_on::text, end_on::text, country, killed_best FROM incident',
      ),
    ).toEqual([{ start_on: null, end_on: '2022-03-01', country: 'KAZ', killed_best: 2 }]);
  });
});
