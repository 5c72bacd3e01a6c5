import type { Queryable } from '@tocsin/persistence';
import { FACET } from '../facets/facets-of.js';

/** One end of a URL version at one stage. */
export interface EndView {
  readonly version: number | null;
  readonly stage: string;
  readonly end: string;
  readonly code: string;
  readonly reason: string;
  /** ISO 8601. */
  readonly at: string;
  readonly traceparent: string | null;
}

/** Moments at which the hops of one version ended, ISO 8601; null where not reached. */
export interface HopsView {
  readonly version: number;
  readonly fetchedAt: string;
  readonly extractedAt: string | null;
  readonly deduplicatedAt: string | null;
  readonly storedAt: string | null;
}

/** What is known of one URL. */
export interface ArticleView {
  readonly articleId: string;
  /** Null: refused or failed before anything was extracted. */
  readonly version: number | null;
  readonly url: string | null;
  readonly title: string | null;
  readonly paragraphs: readonly string[];
  readonly captions: readonly string[];
  readonly authors: readonly string[];
  /** SHA-256 of the text that claims' offsets point into; null for what was stored before it was kept. */
  readonly textHash: string | null;
  /** As much as its source allows; `none` of what was erased. */
  readonly textKept: 'full' | 'excerpt' | 'none';
  readonly publishedAt: string | null;
  readonly siteName: string | null;
  readonly language: string | null;
  /** Null also for what was stored before pages had types. */
  readonly pageType: string | null;
  readonly syndication: {
    readonly syndicationId: string;
    readonly reason: string;
    readonly similarity: number;
    readonly nearestArticleId: string | null;
  } | null;
  /** The incidents that it tells of, at most a hundred. */
  readonly incidents: readonly { readonly incidentId: string; readonly summary: string }[];
  readonly hops: readonly HopsView[];
  readonly ends: readonly EndView[];
}

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
