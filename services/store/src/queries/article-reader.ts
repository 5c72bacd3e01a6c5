import type { ArticleView, EndView, HopsView } from '@tocsin/contracts';
import type { Queryable } from '@tocsin/persistence';
import { FACET } from '../facets/facets-of.js';

/** Newest versions shown; a page that changes every minute would fill the answer otherwise. */
const MAX_VERSIONS = 20;

const iso = (ms: string | null): string | null =>
  ms === null ? null : new Date(Number(ms)).toISOString();

/** The article with how its versions went; undefined when the id is unknown in every respect. */
export async function readArticle(db: Queryable, id: string): Promise<ArticleView | undefined> {
  const [article] = await db.query<Record<string, never>>(
    'SELECT * FROM article WHERE article_id = $1',
    [id],
  );
  const [ends, hops] = [await readEnds(db, id), await readHops(db, id)];
  if (!article && ends.length === 0) return undefined;
  const row: Record<string, unknown> = article ?? {};
  return {
    articleId: id,
    version: row['version'] == null ? null : Number(row['version']),
    url: (row['url'] as string | undefined) ?? null,
    title: (row['title'] as string | undefined) ?? null,
    paragraphs: (row['paragraphs'] as string[] | null | undefined) ?? [],
    captions: (row['captions'] as string[] | null | undefined) ?? [],
    authors: (row['authors'] as string[] | null | undefined) ?? [],
    textHash: (row['text_hash'] as string | null | undefined) ?? null,
    textKept: (row['text_kept'] as ArticleView['textKept'] | undefined) ?? 'full',
    publishedAt: (row['published_at'] as string | undefined) ?? null,
    siteName: (row['site_name'] as string | undefined) ?? null,
    language: (row['language'] as string | undefined) ?? null,
    pageType: (row['page_type'] as string | null | undefined) ?? null,
    syndication: syndicationOf(row),
    incidents: await readIncidentsOf(db, id),
    hops,
    ends,
  };
}

const readIncidentsOf = (db: Queryable, id: string): Promise<ArticleView['incidents'][number][]> =>
  db.query(
    `SELECT incident_id AS "incidentId", summary FROM incident
     WHERE facets @> $1::text[] AND lifecycle = 'active' ORDER BY incident_id LIMIT 100`,
    [[FACET.article + id]],
  );

function syndicationOf(row: Record<string, unknown>): ArticleView['syndication'] {
  if (row['syndication_id'] == null) return null;
  return {
    syndicationId: row['syndication_id'] as string,
    reason: row['syndication_reason'] as string,
    similarity: row['similarity'] as number,
    nearestArticleId: row['nearest_article_id'] as string | null,
  };
}

async function readEnds(db: Queryable, id: string): Promise<EndView[]> {
  const rows = await db.query<EndView & { version: string; at: string }>(
    `SELECT nullif(version, 0) AS version, stage, ending AS "end", code, reason, at_ms AS at, traceparent
     FROM article_end WHERE url_id = $1 ORDER BY article_end.version DESC, stage_rank DESC LIMIT $2`,
    [id, MAX_VERSIONS * 4],
  );
  return rows.map((row) => ({
    ...row,
    version: row.version === null ? null : Number(row.version),
    at: iso(row.at) as string,
  }));
}

async function readHops(db: Queryable, id: string): Promise<HopsView[]> {
  const rows = await db.query<Record<string, string | null>>(
    `SELECT version, extracted_ms, deduplicated_ms, stored_ms FROM article_version
     WHERE article_id = $1 ORDER BY version DESC LIMIT $2`,
    [id, MAX_VERSIONS],
  );
  return rows.map((row) => ({
    version: Number(row['version']),
    fetchedAt: iso(row['version'] ?? null) as string,
    extractedAt: iso(row['extracted_ms'] ?? null),
    deduplicatedAt: iso(row['deduplicated_ms'] ?? null),
    storedAt: iso(row['stored_ms'] ?? null),
  }));
}
