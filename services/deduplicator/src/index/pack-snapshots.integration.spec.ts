import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '@tocsin/testing';
import { indexMigrations } from './migrations.js';
import { PackSnapshots1767225700009 } from './pack-snapshots.migration.js';
import { incidentIn } from './packed-incidents.js';

const BEFORE = [
  { incidentId: 'a', revision: 3, lifecycle: 'active', retraction: null, mergedInto: null },
  { incidentId: 'b', revision: 2, lifecycle: 'merged', retraction: null, mergedInto: 'a' },
  {
    incidentId: 'c',
    revision: 1,
    lifecycle: 'retracted',
    retraction: { reason: 'the source withdrew', at: '2026-11-20T00:00:00.000Z' },
    mergedInto: null,
  },
  // Large enough to be compressed.
  ...Array.from({ length: 600 }, (_, n) => ({
    incidentId: `d${n}`,
    revision: n,
    lifecycle: 'active',
    retraction: null,
    mergedInto: null,
    summary: `Words of ${n}. `.repeat(n === 0 ? 1_000 : 1),
  })),
];

let test: TestDatabase;
beforeEach(async () => {
  const before = indexMigrations.slice(0, indexMigrations.indexOf(PackSnapshots1767225700009));
  test = await openTestDatabase(process.env['DATABASE_URL'], before);
  await test.db.query(
    `INSERT INTO incident (incident_id, founded_at, snapshot)
     SELECT said ->> 'incidentId', 0, said FROM unnest($1::jsonb[]) AS said`,
    [BEFORE.map((incident) => JSON.stringify(incident))],
  );
});
afterEach(() => test.close());

const migrate = (way: 'up' | 'down') => test.migrate(PackSnapshots1767225700009, way);

it('what incidents said before they say after, and again as it was when taken back', async () => {
  const former = await test.db.query('SELECT * FROM incident ORDER BY incident_id');
  await migrate('up');
  const rows = await test.db.query<{ revision: number; lifecycle: string; packed: Buffer }>(
    'SELECT incident_id, revision, lifecycle, retraction, merged_into, packed FROM incident ORDER BY incident_id',
  );
  expect(rows.slice(0, 3)).toMatchObject([
    { incident_id: 'a', revision: 3, lifecycle: 'active', retraction: null, merged_into: null },
    { incident_id: 'b', revision: 2, lifecycle: 'merged', retraction: null, merged_into: 'a' },
    { incident_id: 'c', revision: 1, lifecycle: 'retracted', retraction: BEFORE[2]?.retraction },
  ]);
  const told = new Map(BEFORE.map((incident) => [incident.incidentId, incident]));
  expect(rows).toHaveLength(told.size);
  for (const { packed } of rows) {
    const incident = incidentIn(packed);
    expect(incident).toEqual(told.get(incident.incidentId));
  }

  await migrate('down');
  expect(await test.db.query('SELECT * FROM incident ORDER BY incident_id')).toEqual(former);
});
