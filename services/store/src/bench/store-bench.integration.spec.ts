import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '@tocsin/testing';
import { migrations } from '../migrations/index.js';
import { parseIncidentQuery } from '../queries/incident-query.js';
import { searchIncidents } from '../queries/incident-search.js';
import { fillIncidents } from './fill.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase(process.env['DATABASE_URL'], migrations);
});
afterAll(() => test.close());

describe('a filled table', () => {
  it('has as many incidents as were asked for, each found by its own id and facets, on all indexes', async () => {
    const indexes = () =>
      test.db
        .query(`SELECT indexname FROM pg_indexes WHERE tablename = 'incident' AND schemaname = current_schema()
        ORDER BY 1`);
    const before = await indexes();
    await fillIncidents(test.db, 1_000, () => {});
    expect(await indexes()).toEqual(before);
    const [row] = await test.db.query(
      'SELECT count(*)::int, count(DISTINCT incident_id)::int AS ids FROM incident',
    );
    expect(row).toEqual({ count: 1_000, ids: 1_000 });
    const { items } = await searchIncidents(
      test.db,
      parseIncidentQuery({ type: 'Battles', limit: '5' }),
    );
    expect(items).toHaveLength(5);
    for (const { incidentId } of items) expect(incidentId).toMatch(/^b\d+$/);
  });
});
