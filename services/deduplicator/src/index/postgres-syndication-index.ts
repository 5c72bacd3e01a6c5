import type { Queryable } from '@tocsin/persistence';
import { safeJson } from './safe-json.js';
import type { IndexedArticle, SyndicationIndex } from './syndication-index.port.js';

interface ArticleRow {
  article_id: string;
  version: string;
  content_hash: string;
  day: number;
  fingerprint: IndexedArticle['fingerprint'];
  keywords: IndexedArticle['keywords'];
  syndication_id: string;
  source: IndexedArticle['source'];
  fetched_at: string;
  traceparent: string | null;
}

export class PostgresSyndicationIndex implements SyndicationIndex {
  constructor(private readonly tx: Queryable) {}

  async articles(articleIds: readonly string[]): Promise<IndexedArticle[]> {
    const rows = await this.tx.query<ArticleRow>(
      'SELECT * FROM article WHERE article_id = ANY($1)',
      [articleIds],
    );
    return rows.map(articleOf);
  }

  async groupsNear(
    articleIds: readonly string[],
    bands: readonly bigint[],
    days: { first: number; last: number },
  ): Promise<string[]> {
    const rows = await this.tx.query<{ syndication_id: string }>(
      `SELECT syndication_id FROM article WHERE article_id = ANY($1)
       UNION
       SELECT a.syndication_id FROM article_band b JOIN article a USING (article_id)
       WHERE b.band = ANY($2::bigint[]) AND a.day BETWEEN $3 AND $4`,
      [articleIds, bands.map(String), days.first, days.last],
    );
    return rows.map((row) => row.syndication_id);
  }

  async membersOf(groupIds: readonly string[]): Promise<IndexedArticle[]> {
    const rows = await this.tx.query<ArticleRow>(
      'SELECT * FROM article WHERE syndication_id = ANY($1)',
      [groupIds],
    );
    return rows.map(articleOf);
  }

  async save(
    articles: readonly IndexedArticle[],
    bands: readonly (readonly bigint[])[],
  ): Promise<void> {
    const ids = articles.map(({ articleId }) => articleId);
    await this.tx.query(
      `INSERT INTO article
         (article_id, version, content_hash, day, fingerprint, syndication_id, source, fetched_at, traceparent,
          keywords)
       SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[], $4::int[], $5::jsonb[], $6::text[], $7::jsonb[],
         $8::text[], $9::text[], $10::jsonb[])
       ON CONFLICT (article_id) DO UPDATE SET
         version = excluded.version, content_hash = excluded.content_hash, day = excluded.day,
         fingerprint = excluded.fingerprint, syndication_id = excluded.syndication_id, source = excluded.source,
         fetched_at = excluded.fetched_at, traceparent = excluded.traceparent, keywords = excluded.keywords`,
      [
        ids,
        articles.map(({ version }) => version),
        articles.map(({ contentHash }) => contentHash),
        articles.map(({ day }) => day),
        articles.map(({ fingerprint }) => safeJson(fingerprint)),
        articles.map(({ source }) => source.syndicationId),
        articles.map(({ source }) => safeJson(source)),
        articles.map(({ fetchedAt }) => fetchedAt),
        articles.map(({ traceparent }) => traceparent),
        articles.map(({ keywords }) => safeJson(keywords)),
      ],
    );
    await this.tx.query('DELETE FROM article_band WHERE article_id = ANY($1)', [ids]);
    await this.tx.query(
      `INSERT INTO article_band (article_id, band)
       SELECT * FROM unnest($1::text[], $2::bigint[]) ON CONFLICT DO NOTHING`,
      [
        articles.flatMap(({ articleId }, at) => (bands[at] ?? []).map(() => articleId)),
        bands.flat().map(String),
      ],
    );
  }

  async regroup(groupOf: ReadonlyMap<string, string>): Promise<void> {
    await this.tx.query(
      `UPDATE article SET syndication_id = moved.syndication_id
       FROM unnest($1::text[], $2::text[]) AS moved (article_id, syndication_id)
       WHERE article.article_id = moved.article_id`,
      [[...groupOf.keys()], [...groupOf.values()]],
    );
  }
}

function articleOf(row: ArticleRow): IndexedArticle {
  return {
    articleId: row.article_id,
    version: Number(row.version),
    contentHash: row.content_hash,
    day: row.day,
    fingerprint: row.fingerprint,
    keywords: row.keywords,
    // The column decides: members move between groups without being written anew.
    source: { ...row.source, syndicationId: row.syndication_id },
    fetchedAt: row.fetched_at,
    traceparent: row.traceparent,
  };
}
