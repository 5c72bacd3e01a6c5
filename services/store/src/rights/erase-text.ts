import type { Queryable } from '@tocsin/persistence';

/**
 * Leaves of articles nothing but that they were, and refuses whatever comes of them later. Articles that are not known
 * are refused as well.
 */
export async function eraseText(
  db: Queryable,
  articleIds: readonly string[],
  nowMs: number,
): Promise<void> {
  await db.query(
    `INSERT INTO article (article_id, erased_ms, text_kept)
     SELECT id, $2, 'none' FROM unnest($1::text[]) AS id ORDER BY id
     ON CONFLICT (article_id) DO UPDATE SET erased_ms = EXCLUDED.erased_ms, text_kept = 'none', version = NULL,
       url = NULL, title = NULL, paragraphs = NULL, captions = NULL, authors = NULL, published_at = NULL,
       site_name = NULL, language = NULL, page_type = NULL, text_hash = NULL, host_key = ''`,
    [articleIds, nowMs],
  );
  await db.query('UPDATE article_end SET url = NULL WHERE url_id = ANY($1)', [articleIds]);
}

export async function eraseSource(db: Queryable, hostKey: string, nowMs: number): Promise<void> {
  await db.query(
    'INSERT INTO erased_source (host_key, at_ms) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    [hostKey, nowMs],
  );
}

/** Articles of a site and all below it, so many at a time; none is left when this is empty. */
export async function articlesOfSource(
  db: Queryable,
  hostKey: string,
  limit: number,
): Promise<string[]> {
  const rows = await db.query<{ article_id: string }>(
    `SELECT article_id FROM article
     WHERE host_key = $1 OR (host_key >= $1 || '.' AND host_key < $1 || '/') LIMIT $2`,
    [hostKey, limit],
  );
  return rows.map(({ article_id }) => article_id);
}

/** Revisions that one statement looks at. */
const PAGE = 2_000;

/**
 * Takes out the revisions in which anything stands that one of the articles said: reads all of them, for an article
 * may once have told of an incident that it has nothing to do with now. The numbers of the others stay,
 * and which ones are gone is kept.
 *
 * @returns how many are gone
 */
export async function eraseRevisions(
  db: Queryable,
  articleIds: readonly string[],
  heard: () => Promise<void>,
): Promise<number> {
  let [incident, revision, gone] = ['', 0, 0];
  for (;;) {
    const [page] = await db.query<{ incident_id: string | null; revision: number; gone: number }>(
      `WITH page AS (
         SELECT incident_id, revision, at_ms, record FROM incident_revision
         WHERE (incident_id, revision) > ($1, $2) ORDER BY incident_id, revision LIMIT ${PAGE}),
       gone AS (
         DELETE FROM incident_revision r USING page
         WHERE r.incident_id = page.incident_id AND r.revision = page.revision AND r.at_ms = page.at_ms
           AND EXISTS (SELECT 1 FROM jsonb_path_query(page.record, '$.**.articleId') AS id
             WHERE id #>> '{}' = ANY($3))
         RETURNING r.incident_id, r.revision),
       noted AS (
         INSERT INTO erased_revision (incident_id, revision) SELECT incident_id, revision FROM gone
         ON CONFLICT DO NOTHING)
       SELECT max(incident_id) AS incident_id,
         (SELECT revision FROM page ORDER BY incident_id DESC, revision DESC LIMIT 1) AS revision,
         (SELECT count(*)::int FROM gone) AS gone FROM page`,
      [incident, revision, articleIds],
    );
    if (!page || page.incident_id === null) return gone;
    [incident, revision, gone] = [page.incident_id, page.revision, gone + page.gone];
    await heard();
  }
}
