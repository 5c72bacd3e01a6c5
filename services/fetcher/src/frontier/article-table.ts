import type { Queryable } from '@tocsin/persistence';
import type { StoredVersion } from './types.js';

/** The newest published version of articles, by their ids (of final URLs); unknown ones are missing. */
export async function currentVersions(
  db: Queryable,
  articleIds: readonly string[],
): Promise<Map<string, StoredVersion>> {
  const rows = await db.query<StoredVersion>(
    `SELECT id AS "articleId", url, version::float8 AS version, content_hash AS "contentHash"
     FROM article WHERE id = ANY($1)`,
    [articleIds],
  );
  return new Map(rows.map((row) => [row.articleId, row]));
}

/** Only a newer version replaces the current one: two URLs may lead to one article at once. */
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
     ON CONFLICT (id) DO UPDATE
       SET url = EXCLUDED.url, version = EXCLUDED.version, content_hash = EXCLUDED.content_hash
       WHERE a.version < EXCLUDED.version`,
    [
      rows.map(({ articleId }) => articleId),
      rows.map(({ url }) => url),
      rows.map(({ version }) => version),
      rows.map(({ contentHash }) => contentHash),
    ],
  );
}
