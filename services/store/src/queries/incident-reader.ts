import type { Incident, IncidentRevised } from '@tocsin/contracts';
import type { Queryable } from '@tocsin/persistence';

/** The incident, or the one that it was merged into at last, over however many merges; undefined for an unknown id. */
export async function readIncident(db: Queryable, id: string): Promise<Incident | undefined> {
  const [row] = await db.query<{ snapshot: Incident }>(
    `WITH RECURSIVE forward AS (
       SELECT incident_id, snapshot, merged_into, 0 AS step FROM incident WHERE incident_id = $1
       UNION ALL
       SELECT i.incident_id, i.snapshot, i.merged_into, step + 1
       FROM forward f JOIN incident i ON i.incident_id = f.merged_into
     ) CYCLE incident_id SET is_loop USING path
     SELECT snapshot FROM forward WHERE NOT is_loop ORDER BY step DESC LIMIT 1`,
    [id],
  );
  return row?.snapshot;
}

/** Revisions of exactly this id, oldest first, at most `limit` beyond revision `after`. */
export async function readRevisions(
  db: Queryable,
  id: string,
  after: number,
  limit: number,
): Promise<IncidentRevised[]> {
  const rows = await db.query<{ record: IncidentRevised }>(
    `SELECT record FROM incident_revision WHERE incident_id = $1 AND revision > $2
     ORDER BY revision LIMIT $3`,
    [id, after, limit],
  );
  return rows.map(({ record }) => record);
}
