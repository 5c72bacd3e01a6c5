import type { Incident, IncidentRevised } from '@tocsin/contracts';
import type { Queryable } from '@tocsin/persistence';
import { columnsOf, newestPerKey } from './columns.js';
import { safeJson, safeText, safeTextOrNull } from './postgres-text.js';

/** The day of an ISO 8601 date or date-time; null for what PostgreSQL wouldn't take as one. */
export function dayOf(text: string | null): string | null {
  const day = /^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(text ?? '')?.[0];
  if (day === undefined) return null;
  const parsed = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) || !parsed.toISOString().startsWith(day) ? null : day;
}

/** Keeps every revision as it came; one that is there already changes nothing. */
export async function insertRevisions(
  tx: Queryable,
  records: readonly IncidentRevised[],
  nowMs: number,
): Promise<void> {
  await tx.query(
    `INSERT INTO incident_revision (incident_id, revision, record, at_ms)
     SELECT id, revision, record, $4
     FROM unnest($1::text[], $2::int[], $3::jsonb[]) AS r (id, revision, record)
     ON CONFLICT DO NOTHING`,
    [
      ...columnsOf(records, [
        ({ incident }) => incident.incidentId,
        ({ incident }) => incident.revision,
        (record) => safeJson(record),
      ]),
      nowMs,
    ],
  );
}

/** The searched columns, each with its SQL type and its value of the snapshot. */
const COLUMNS: readonly [string, string, (incident: Incident) => unknown][] = [
  ['incident_id', 'text', ({ incidentId }) => incidentId],
  ['revision', 'int', ({ revision }) => revision],
  ['snapshot', 'jsonb', (incident) => safeJson(incident)],
  ['lifecycle', 'text', ({ lifecycle }) => lifecycle],
  ['evidence', 'text', ({ evidence }) => evidence],
  ['merged_into', 'text', ({ mergedInto }) => mergedInto],
  ['family', 'text', ({ what }) => what.family],
  ['type', 'text', ({ what }) => what.acledEventType],
  ['sub_type', 'text', ({ what }) => what.acledSubEventType],
  ['country', 'text', ({ where }) => where.countryIso3],
  ['place', 'text', ({ where }) => safeTextOrNull(where.place)],
  ['latitude', 'float8', ({ where }) => where.latitude],
  ['longitude', 'float8', ({ where }) => where.longitude],
  ['start_on', 'date', ({ when }) => dayOf(when.start)],
  ['end_on', 'date', ({ when }) => dayOf(when.end)],
  ['killed_best', 'int', ({ casualties }) => casualties.killed?.best ?? null],
  ['summary', 'text', ({ summary }) => safeText(summary)],
];

const NAMES = COLUMNS.map(([name]) => name);

const UPSERT = `
  INSERT INTO incident (${NAMES.join(', ')}, updated_ms)
  SELECT i.*, $${COLUMNS.length + 1}::bigint
  FROM unnest(${COLUMNS.map(([, type], index) => `$${index + 1}::${type}[]`).join(', ')}) AS i
  ON CONFLICT (incident_id) DO UPDATE SET
    ${NAMES.slice(1)
      .map((name) => `${name} = EXCLUDED.${name}`)
      .join(', ')},
    updated_ms = EXCLUDED.updated_ms, updated_by = EXCLUDED.updated_by
  WHERE incident.revision < EXCLUDED.revision
  RETURNING incident_id, revision`;

/**
 * Writes the newest revision of each incident; lower and equal revisions change nothing.
 * @returns those that changed
 */
export async function upsertIncidents(
  tx: Queryable,
  incidents: readonly Incident[],
  nowMs: number,
): Promise<{ incidentId: string; revision: number }[]> {
  const rows = newestPerKey(
    incidents,
    ({ incidentId }) => incidentId,
    ({ revision }) => revision,
  );
  const getters = COLUMNS.map(([, , get]) => get);
  const changed = await tx.query<{ incident_id: string; revision: number }>(UPSERT, [
    ...columnsOf(rows, getters),
    nowMs,
  ]);
  return changed.map(({ incident_id, revision }) => ({ incidentId: incident_id, revision }));
}
