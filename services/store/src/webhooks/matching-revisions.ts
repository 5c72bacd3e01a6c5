import type { Incident } from '@tocsin/contracts';
import type { Queryable } from '@tocsin/persistence';
import type { PlacedChange } from '../live/change-reader.js';
import type { ChangePosition } from '../live/position.js';
import { statement } from '../queries/bind.js';
import { conditionsOf, type Criterion } from '../queries/criterion.js';
import { COLUMN_ROWS, parametersOf } from '../tables/incident-columns.js';
import type { ChangeName } from './webhook.js';

/** One revision that a webhook tells of. */
export interface MatchingRevision {
  readonly place: ChangePosition;
  readonly incidentId: string;
  readonly revision: number;
  readonly change: ChangeName;
  /** When the store noted it, ms since the epoch. */
  readonly changedMs: number;
}

interface Row {
  readonly incident_id: string;
  readonly revision: number;
  readonly change: ChangeName;
  readonly at_ms: string;
  /** Null where nothing has to be looked at. */
  readonly snapshot: Incident | null;
}

const keyOf = (id: string, revision: number) => `${id}/${revision}`;

/**
 * Which of these changes are revisions of the wanted kinds that satisfy the filters, in the changes' order. Each
 * revision is measured by its own snapshot, whatever came after it: a message that is made again after a crash
 * is the same.
 */
export async function matchingRevisions(
  db: Queryable,
  changes: readonly PlacedChange[],
  kinds: readonly ChangeName[],
  criteria: readonly Criterion[],
): Promise<MatchingRevision[]> {
  const incidents = changes.filter(({ kind }) => kind === 'incident');
  if (incidents.length === 0) return [];
  const rows = await db.query<Row>(
    `SELECT r.incident_id, r.revision, r.record ->> 'change' AS change, r.at_ms,
       CASE WHEN $4 THEN r.record -> 'incident' END AS snapshot
     FROM unnest($1::text[], $2::int[]) AS k (id, revision)
     JOIN incident_revision r ON r.incident_id = k.id AND r.revision = k.revision
     WHERE r.record ->> 'change' = ANY($3::text[])`,
    [
      incidents.map(({ key }) => key),
      incidents.map(({ revision }) => revision),
      kinds,
      criteria.length > 0,
    ],
  );
  const found = new Map(rows.map((row) => [keyOf(row.incident_id, row.revision), row]));
  const satisfying = await satisfyingOf(db, [...found.values()], criteria);
  return incidents.flatMap(({ key, revision, transaction, id }) => {
    const row = found.get(keyOf(key, revision));
    if (!row || !satisfying.has(keyOf(key, revision))) return [];
    const place = { transaction, id };
    return [{ place, incidentId: key, revision, change: row.change, changedMs: Number(row.at_ms) }];
  });
}

/** The columns that lists search are made of each snapshot, and asked as lists ask them. */
async function satisfyingOf(
  db: Queryable,
  rows: readonly Row[],
  criteria: readonly Criterion[],
): Promise<ReadonlySet<string>> {
  if (criteria.length === 0) {
    return new Set(rows.map(({ incident_id, revision }) => keyOf(incident_id, revision)));
  }
  const snapshots = rows.flatMap(({ snapshot }) => (snapshot ? [snapshot] : []));
  const { sql, params } = statement((bind) => {
    for (const column of parametersOf(snapshots)) bind(column);
    const conditions = conditionsOf(criteria, bind);
    return `WITH incident AS (${COLUMN_ROWS}) SELECT incident_id, revision FROM incident
      ${conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`}`;
  });
  const satisfying = await db.query<{ incident_id: string; revision: number }>(sql, params);
  return new Set(satisfying.map(({ incident_id, revision }) => keyOf(incident_id, revision)));
}
