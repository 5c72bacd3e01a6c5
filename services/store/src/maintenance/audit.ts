import type { Queryable } from '@tocsin/persistence';
import { FACET } from '../facets/facets-of.js';

/** How many times each invariant is broken in what is stored. */
export interface AuditFindings {
  /** I1: versions that arrived more than a day ago and came to no end. */
  readonly 'missing-end': number;
  /** I2: mentions that more than one active incident rests on. */
  readonly 'shared-mention': number;
}

/** Milliseconds: longer than the longest retry, and than any pause that pages someone. */
const GRACE_MS = 24 * 3_600_000;
/** Milliseconds in which a mention may move: the revisions of the two incidents come by two partitions. */
const MOVING_MS = 3_600_000;

/**
 * Incidents of one statement. One statement over all would read every snapshot (35 µs each, measured), and be broken off
 * by its limit of 30 s from about a million incidents on.
 */
const SLICE = 5_000;

/**
 * Holds what is stored to the invariants; reads only.
 * @param nowMs milliseconds since the epoch
 */
export async function audit(db: Queryable, nowMs: number, slice = SLICE): Promise<AuditFindings> {
  const [ends] = await db.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM article_version v
     WHERE stored_ms IS NULL AND coalesce(extracted_ms, deduplicated_ms, fetched_ms) < $1
       AND NOT EXISTS (SELECT FROM article_end e WHERE e.url_id = v.article_id AND e.version = v.version)`,
    [nowMs - GRACE_MS],
  );
  const shared = await sharedMentions(db, nowMs - MOVING_MS, slice);
  return { 'missing-end': ends?.n ?? 0, 'shared-mention': shared.size };
}

interface Place {
  readonly ms: string;
  readonly id: string;
}

/** Goes along the order of changes; what changes meanwhile is newer than `untilMs`, and the next night's. */
async function sharedMentions(
  db: Queryable,
  untilMs: number,
  slice: number,
): Promise<ReadonlySet<string>> {
  const mentions = new Set<string>();
  let from: Place | undefined = { ms: '-1', id: '' };
  while (from !== undefined) {
    const { ms, id }: Place = from;
    const [edge]: Place[] = await db.query<Place>(
      `SELECT updated_ms::text AS ms, incident_id AS id FROM incident
       WHERE (updated_ms, incident_id) > ($1::bigint, $2) AND updated_ms < $3
       ORDER BY updated_ms, incident_id LIMIT 1 OFFSET $4`,
      [ms, id, untilMs, slice - 1],
    );
    const to = edge ?? { ms: String(untilMs), id: '' };
    const found = await db.query<{ mention: string }>(SHARED, [ms, id, to.ms, to.id]);
    for (const { mention } of found) mentions.add(mention);
    from = edge;
  }
  return mentions;
}

/**
 * Mentions of a slice's incidents that an earlier one rests on, too. A mention is of one article, by which the other is
 * looked up: snapshots are read only of incidents that share one. Of the articles beyond the first 500 of an incident
 * there are no tokens (`facetsOf`), and nothing is found.
 */
const SHARED = `
  SELECT DISTINCT mine.mention #>> '{}' AS mention
  FROM incident i
  CROSS JOIN LATERAL unnest(i.facets) AS token
  JOIN LATERAL (
    SELECT o.snapshot FROM incident o
    WHERE o.facets @> ARRAY[token] AND o.lifecycle = 'active'
      AND (o.updated_ms, o.incident_id) < (i.updated_ms, i.incident_id)
    OFFSET 0
  ) AS other ON true
  CROSS JOIN LATERAL jsonb_path_query(i.snapshot, '$.sources[*].mentionIds[*]') AS mine (mention)
  WHERE (i.updated_ms, i.incident_id) > ($1::bigint, $2) AND (i.updated_ms, i.incident_id) <= ($3::bigint, $4)
    AND i.lifecycle = 'active' AND starts_with(token, '${FACET.article}')
    AND mine.mention IN (SELECT jsonb_path_query(other.snapshot, '$.sources[*].mentionIds[*]'))`;
