import type { Queryable } from '@tocsin/persistence';
import { EXCERPT_CHARS } from './excerpt.js';
import { EVERYWHERE, hostKeyOf } from './host-key.js';

const DAY_MS = 86_400_000;
const BATCH = 500;

/** Shortens the texts whose time is over, or whose source gave less; and names the sites of rows of older releases. */
export async function applyRights(
  db: Queryable,
  nowMs: number,
  isStopped: () => boolean,
): Promise<void> {
  await nameSites(db, isStopped);
  const rules = await db.query<{ host_key: string; keeps: string; text_days: number | null }>(
    'SELECT host_key, keeps, text_days FROM source_right',
  );
  for (const { host_key, keeps, text_days } of rules) {
    if (keeps === 'full' && text_days === null) continue;
    const before = keeps === 'excerpt' ? nowMs : nowMs - (text_days ?? 0) * DAY_MS;
    while (!isStopped() && (await shorten(db, host_key, before)) > 0);
  }
}

/** What a nearer rule says of a part of the site goes before what this one says. */
async function shorten(db: Queryable, key: string, beforeMs: number): Promise<number> {
  const rows = await db.query(
    `WITH due AS (
       SELECT article_id FROM article
       WHERE text_kept = 'full' AND version < $2
         AND ($1 = '${EVERYWHERE}' OR host_key = $1 OR (host_key >= $1 || '.' AND host_key < $1 || '/'))
         AND NOT EXISTS (
           SELECT 1 FROM source_right nearer
           WHERE nearer.host_key <> $1 AND nearer.host_key <> '${EVERYWHERE}'
             AND ($1 = '${EVERYWHERE}' OR length(nearer.host_key) > length($1))
             AND (article.host_key = nearer.host_key OR starts_with(article.host_key, nearer.host_key || '.')))
       LIMIT ${BATCH})
     , done AS (
       UPDATE article SET text_kept = 'excerpt', captions = '[]',
         paragraphs = CASE WHEN coalesce(jsonb_array_length(paragraphs), 0) = 0 THEN '[]'::jsonb
           ELSE jsonb_build_array(left(paragraphs ->> 0, ${EXCERPT_CHARS})) END
       FROM due WHERE article.article_id = due.article_id RETURNING 1)
     SELECT * FROM done`,
    [key, beforeMs],
  );
  return rows.length;
}

/** Rows of an older release have no site yet. */
export async function nameSites(db: Queryable, isStopped: () => boolean): Promise<void> {
  while (!isStopped() && (await nameSome(db)) > 0);
}

async function nameSome(db: Queryable): Promise<number> {
  const rows = await db.query<{ article_id: string; url: string }>(
    'SELECT article_id, url FROM article WHERE host_key IS NULL AND url IS NOT NULL LIMIT $1',
    [BATCH],
  );
  if (rows.length === 0) return 0;
  await db.query(
    `UPDATE article SET host_key = new.host_key
     FROM unnest($1::text[], $2::text[]) AS new (article_id, host_key)
     WHERE article.article_id = new.article_id`,
    [rows.map((row) => row.article_id), rows.map(({ url }) => hostKeyOf(url) ?? '')],
  );
  return rows.length;
}
