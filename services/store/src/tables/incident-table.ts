import type { Incident, IncidentRevised } from '@tocsin/contracts';
import { safeJson, type Queryable } from '@tocsin/persistence';
import { newestPerKey } from './columns.js';
import {
  COLUMN_LIST,
  COLUMN_NAMES as NAMES,
  COLUMN_ROWS,
  columnsMade,
  parametersOf,
} from './incident-columns.js';
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

/** @param rows of all columns */
const upsert = (rows: string): string => `
  INSERT INTO incident (${NAMES.join(', ')}, updated_ms)
  SELECT r.*, $${NAMES.length + 1}::bigint FROM (${rows}) AS r
  ON CONFLICT (incident_id) DO UPDATE SET
    ${NAMES.slice(1)
      .map((name) => `${name} = EXCLUDED.${name}`)
      .join(', ')},
    updated_ms = EXCLUDED.updated_ms, updated_by = EXCLUDED.updated_by
  WHERE incident.revision < EXCLUDED.revision
  RETURNING incident_id, revision,
    (new.lifecycle = 'active')::int - coalesce((old.lifecycle = 'active')::int, 0) AS more`;

const UPSERT = upsert(COLUMN_ROWS);

/**
 * A revision above the incident's can't be there yet, so that only late ones are looked up: all parts of a statement
 * see the tables as they were before it.
 */
const STORE = `
  WITH given AS MATERIALIZED (
    SELECT ${NAMES.map((name) => (name === 'snapshot' ? 'i.snapshot::jsonb AS record' : `i.${name}`)).join(', ')},
      i.newest
    FROM unnest(${COLUMN_LIST}, $${NAMES.length + 2}::bool[]) AS i (${NAMES.join(', ')}, newest)
  ), inserted AS (
    INSERT INTO incident_revision (incident_id, revision, record, at_ms)
    SELECT incident_id, revision, record, $${NAMES.length + 1}::bigint FROM given AS r
    WHERE NOT EXISTS (
      SELECT FROM incident i WHERE i.incident_id = r.incident_id AND i.revision >= r.revision AND EXISTS (
        SELECT FROM incident_revision v WHERE v.incident_id = r.incident_id AND v.revision = r.revision))
    RETURNING incident_id, revision
  ), changed AS (
    ${upsert(`SELECT ${columnsMade("i.record -> 'incident'")} FROM given AS i WHERE i.newest`)}
  )
  SELECT incident_id, revision, NULL AS more FROM inserted
  UNION ALL SELECT incident_id, revision, more FROM changed`;

/** What a batch of revisions brought, each by incident and revision. */
export interface Stored {
  /** Revisions that are new. */
  readonly inserted: readonly RevisionKey[];
  /** Incidents that changed. */
  readonly changed: readonly RevisionKey[];
}

/**
 * Keeps every revision as it came, and of each incident the newest one as its snapshot; a revision that is there already,
 * and an incident that is as new, change nothing.
 */
export async function storeRevisions(
  tx: Queryable,
  records: readonly IncidentRevised[],
  nowMs: number,
): Promise<Stored> {
  const rows = newestPerKey(
    records,
    ({ incident }) => `${incident.incidentId}/${incident.revision}`,
    () => 0,
  );
  const newest = new Map<string, number>();
  for (const { incident } of rows) {
    const { incidentId, revision } = incident;
    newest.set(incidentId, Math.max(revision, newest.get(incidentId) ?? 0));
  }
  const incidents = rows.map(({ incident }) => incident);
  const found = await tx.query<KeyRow & { readonly more: number | null }>(STORE, [
    ...parametersOf(incidents, rows.map(safeJson)),
    nowMs,
    incidents.map(({ incidentId, revision }) => newest.get(incidentId) === revision),
  ]);
  const changed = found.filter(({ more }) => more !== null);
  await noteTallies(tx, { incidents: changed.reduce((sum, { more }) => sum + (more ?? 0), 0) });
  const inserted = found.filter(({ more }) => more === null).map(keyOf);
  return { inserted: inserted.sort(byRevision), changed: changed.map(keyOf) };
}

const byRevision = (a: RevisionKey, b: RevisionKey): number =>
  a.incidentId === b.incidentId ? a.revision - b.revision : a.incidentId < b.incidentId ? -1 : 1;

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
