import type { Queryable } from '@tocsin/persistence';
import type { CurrentVersion, StoredVersion } from './types.js';

/**
 * How `INSERT INTO article AS a` ends: only a newer version replaces the current one, since two URLs may
 * lead to one article at once.
 */
export const KEEP_NEWER = `ON CONFLICT (id) DO UPDATE
  SET url = EXCLUDED.url, version = EXCLUDED.version, content_hash = EXCLUDED.content_hash, seen_until = 0
  WHERE a.version < EXCLUDED.version`;

/** The newest published version of articles, by their ids (of final URLs); unknown ones are missing. */
export async function currentVersions(
  db: Queryable,
  articleIds: readonly string[],
): Promise<Map<string, CurrentVersion>> {
  const rows = await db.query<CurrentVersion>(
    `SELECT id AS "articleId", url, version::float8 AS version, content_hash AS "contentHash",
            greatest(version, seen_until)::float8 AS "seenUntil"
     FROM article WHERE id = ANY($1)`,
    [articleIds],
  );
  return new Map(rows.map((row) => [row.articleId, row]));
}

/** Writes what was published of each article: its newest version stays. */
export async function storeVersions(
  tx: Queryable,
  stored: readonly StoredVersion[],
): Promise<void> {
  if (stored.length === 0) return;
  const newest = new Map<string, StoredVersion>();
  for (const one of stored)
    if (one.version > (newest.get(one.articleId)?.version ?? -1)) newest.set(one.articleId, one);
  const rows = [...newest.values()].sort((a, b) => (a.articleId < b.articleId ? -1 : 1));
  await tx.query(
    `INSERT INTO article AS a (id, url, version, content_hash)
     SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::text[])
     ${KEEP_NEWER}`,
    [
      rows.map(({ articleId }) => articleId),
      rows.map(({ url }) => url),
      rows.map(({ version }) => version),
      rows.map(({ contentHash }) => contentHash),
    ],
  );
}

/** An article that was seen again with content that is known. */
export interface Sighting {
  readonly articleId: string;
  readonly contentHash: string;
  /** Milliseconds since the epoch. */
  readonly seenAt: number;
}

/** Notes sightings of current versions: what was captured before them is older than they are. */
export async function noteSightings(tx: Queryable, sightings: readonly Sighting[]): Promise<void> {
  if (sightings.length === 0) return;
  await tx.query(
    `UPDATE article SET seen_until = greatest(seen_until, sighting.seen_at)
     FROM (SELECT id, hash, max(seen_at) AS seen_at
           FROM unnest($1::text[], $2::text[], $3::bigint[]) AS s(id, hash, seen_at)
           GROUP BY id, hash ORDER BY id) AS sighting
     WHERE article.id = sighting.id AND content_hash = hash`,
    [
      sightings.map(({ articleId }) => articleId),
      sightings.map(({ contentHash }) => contentHash),
      sightings.map(({ seenAt }) => seenAt),
    ],
  );
}
