import type { Incident } from '@tocsin/contracts';
import type { Queryable } from '@tocsin/persistence';
import { statement } from '../queries/bind.js';
import { conditionsOf, type Criterion } from '../queries/criterion.js';
import { COLUMN_ROWS, parametersOf } from '../tables/incident-columns.js';
import type { RevisionKey } from '../tables/incident-table.js';

/** One kept revision, and whether filters let it and the one before it through. */
export interface MeasuredRevision {
  readonly change: string;
  /** When the store noted it, ms since the epoch. */
  readonly changedMs: number;
  readonly fits: boolean;
  /** Whether the one before may have been told: also where it is erased, and nobody can say. */
  readonly fitted: boolean;
}

interface Row {
  readonly incident_id: string;
  readonly revision: number;
  readonly change: string;
  readonly at_ms: string;
  /** Null where nothing has to be looked at. */
  readonly snapshot: Incident | null;
  readonly previous: Incident | null;
  /** Whether the one before is erased. */
  readonly erased: boolean;
}

export const revisionName = ({ incidentId, revision }: RevisionKey): string =>
  `${incidentId}/${revision}`;

/**
 * Measures each revision by its own snapshot, whatever came after it: what is told again after a crash is the same.
 * @returns by name; those that are no longer kept are missing
 */
export async function measureRevisions(
  db: Queryable,
  revisions: readonly RevisionKey[],
  criteria: readonly Criterion[],
): Promise<ReadonlyMap<string, MeasuredRevision>> {
  if (revisions.length === 0) return new Map();
  const rows = await db.query<Row>(
    `SELECT r.incident_id, r.revision, r.record ->> 'change' AS change, r.at_ms,
       CASE WHEN $3 THEN r.record -> 'incident' END AS snapshot, before.snapshot AS previous,
       EXISTS (SELECT FROM erased_revision e WHERE e.incident_id = k.id AND e.revision < k.revision
         AND e.revision > coalesce(before.revision, 0)) AS erased
     FROM unnest($1::text[], $2::int[]) AS k (id, revision)
     JOIN incident_revision r ON r.incident_id = k.id AND r.revision = k.revision
     LEFT JOIN LATERAL (
       SELECT p.revision, p.record -> 'incident' AS snapshot FROM incident_revision p
       WHERE $3 AND p.incident_id = k.id AND p.revision < k.revision
       ORDER BY p.revision DESC LIMIT 1) AS before ON true`,
    [
      revisions.map(({ incidentId }) => incidentId),
      revisions.map(({ revision }) => revision),
      criteria.length > 0,
    ],
  );
  const snapshots = rows.flatMap(({ snapshot, previous }) =>
    [snapshot, previous].filter((one) => one !== null),
  );
  const fitting = await fittingOf(db, snapshots, criteria);
  const isFitting = (snapshot: Incident | null) =>
    snapshot !== null && fitting.has(revisionName(snapshot));
  return new Map(
    rows.map(({ incident_id: incidentId, revision, change, at_ms, snapshot, previous, erased }) => [
      revisionName({ incidentId, revision }),
      {
        change,
        changedMs: Number(at_ms),
        fits: criteria.length === 0 || isFitting(snapshot),
        fitted: erased || isFitting(previous),
      },
    ]),
  );
}

/** The columns that lists search are made of each snapshot, and asked as lists ask them. */
async function fittingOf(
  db: Queryable,
  snapshots: readonly Incident[],
  criteria: readonly Criterion[],
): Promise<ReadonlySet<string>> {
  if (snapshots.length === 0) return new Set();
  const distinct = [...new Map(snapshots.map((one) => [revisionName(one), one])).values()];
  const { sql, params } = statement((bind) => {
    for (const column of parametersOf(distinct)) bind(column);
    const conditions = conditionsOf(criteria, bind);
    return `WITH incident AS (${COLUMN_ROWS}) SELECT incident_id, revision FROM incident
      ${conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`}`;
  });
  const rows = await db.query<{ incident_id: string; revision: number }>(sql, params);
  return new Set(
    rows.map(({ incident_id: incidentId, revision }) => revisionName({ incidentId, revision })),
  );
}
