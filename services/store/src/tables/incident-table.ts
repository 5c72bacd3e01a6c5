import type { Incident, IncidentRevised } from '@tocsin/contracts';
import { safeJson, type Queryable } from '@tocsin/persistence';
import { columnsOf, jsonLines, linesOf, newestPerKey } from './columns.js';
import { COLUMN_ROWS, COLUMNS, parametersOf } from './incident-columns.js';
import { noteTallies } from './tally-table.js';

/** Which revision of which incident. */
export interface RevisionKey {
  readonly incidentId: string;
  readonly revision: number;
}

interface KeyRow {
  readonly incident_id: string;
  readonly revision: number;
}

const keyOf = ({ incident_id, revision }: KeyRow): RevisionKey => ({
  incidentId: incident_id,
  revision,
});

/**
 * Keeps every revision as it came; one that is there already changes nothing. Called before the incidents
 * themselves are written: a revision above the incident's can't be there yet, so that only late ones are
 * looked up.
 * @returns those that are new, by incident and revision
 */
export async function insertRevisions(
  tx: Queryable,
  records: readonly IncidentRevised[],
  nowMs: number,
): Promise<RevisionKey[]> {
  const rows = newestPerKey(
    records,
    ({ incident }) => `${incident.incidentId}/${incident.revision}`,
    () => 0,
  );
  const inserted = await tx.query<KeyRow>(
    `INSERT INTO incident_revision (incident_id, revision, record, at_ms)
     SELECT id, revision, record::jsonb, $4
     FROM unnest($1::text[], $2::int[], ${jsonLines('$3')}) AS r (id, revision, record)
     WHERE NOT EXISTS (
       SELECT FROM incident i WHERE i.incident_id = r.id AND i.revision >= r.revision AND EXISTS (
         SELECT FROM incident_revision v WHERE v.incident_id = r.id AND v.revision = r.revision))
     RETURNING incident_id, revision`,
    [
      ...columnsOf(rows, [
        ({ incident }) => incident.incidentId,
        ({ incident }) => incident.revision,
      ]),
      linesOf(rows.map(safeJson)),
      nowMs,
    ],
  );
  return inserted
    .map(keyOf)
    .sort((a, b) =>
      a.incidentId === b.incidentId
        ? a.revision - b.revision
        : a.incidentId < b.incidentId
          ? -1
          : 1,
    );
}

const NAMES = COLUMNS.map(({ name }) => name);

const UPSERT = `
  INSERT INTO incident (${NAMES.join(', ')}, updated_ms)
  SELECT r.*, $${COLUMNS.length + 1}::bigint FROM (${COLUMN_ROWS}) AS r
  ON CONFLICT (incident_id) DO UPDATE SET
    ${NAMES.slice(1)
      .map((name) => `${name} = EXCLUDED.${name}`)
      .join(', ')},
    updated_ms = EXCLUDED.updated_ms, updated_by = EXCLUDED.updated_by
  WHERE incident.revision < EXCLUDED.revision
  RETURNING incident_id, revision,
    (new.lifecycle = 'active')::int - coalesce((old.lifecycle = 'active')::int, 0) AS more`;

/**
 * Writes the newest revision of each incident; lower and equal revisions change nothing.
 * @returns those that changed
 */
export async function upsertIncidents(
  tx: Queryable,
  incidents: readonly Incident[],
  nowMs: number,
): Promise<RevisionKey[]> {
  const rows = newestPerKey(
    incidents,
    ({ incidentId }) => incidentId,
    ({ revision }) => revision,
  );
  const changed = await tx.query<KeyRow & { readonly more: number }>(UPSERT, [
    ...parametersOf(rows),
    nowMs,
  ]);
  await noteTallies(tx, { incidents: changed.reduce((sum, { more }) => sum + more, 0) });
  return changed.map(keyOf);
}

const REDERIVE = `
  UPDATE incident SET ${NAMES.slice(3)
    .map((name) => `${name} = r.${name}`)
    .join(', ')}
  FROM (${COLUMN_ROWS}) AS r
  WHERE incident.incident_id = r.incident_id AND incident.revision = r.revision
  RETURNING incident.incident_id`;

/**
 * Makes the columns of rows that an older release wrote; says nothing of them as changes.
 * @returns how many; 0 when none are left
 */
export async function rederiveIncidents(tx: Queryable, limit: number): Promise<number> {
  const rows = await tx.query<{ snapshot: Incident }>(
    `SELECT snapshot FROM incident WHERE facets IS NULL ORDER BY incident_id LIMIT $1`,
    [limit],
  );
  if (rows.length === 0) return 0;
  const incidents = rows.map(({ snapshot }) => snapshot);
  return (await tx.query(REDERIVE, parametersOf(incidents))).length;
}
