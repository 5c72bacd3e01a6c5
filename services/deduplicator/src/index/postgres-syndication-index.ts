import type { Descendant, Source } from '@tocsin/dedup';
import { safeJson, type Queryable } from '@tocsin/persistence';
import type { Filing } from './copy-index.port.js';
import type {
  FiledArticle,
  IndexedArticle,
  Moved,
  SyndicationIndex,
} from './syndication-index.port.js';

interface ArticleRow {
  article_id: string;
  version: string;
  content_hash: string;
  day: number;
  position: string;
  span: number;
  copied_from: string | null;
  copy_reason: Source['reason'] | null;
  similarity: number | null;
  syndication_id: string;
  source: IndexedArticle['source'];
  fetched_at: string;
  traceparent: string | null;
}

interface SourceRow {
  article_id: string;
  copied_from: string | null;
  /** Null where the source is not known any more. */
  position: string | null;
  span: number | null;
}

export class PostgresSyndicationIndex implements SyndicationIndex {
  constructor(private readonly tx: Queryable) {}

  async articles(articleIds: readonly string[]): Promise<IndexedArticle[]> {
    if (articleIds.length === 0) return [];
    const rows = await this.tx.query<ArticleRow>(
      `SELECT article_id, version, content_hash, day, position, span, copied_from, copy_reason, similarity,
         syndication_id, source, fetched_at, traceparent
       FROM article WHERE article_id = ANY($1)`,
      [articleIds],
    );
    return rows.map(articleOf);
  }

  async sourcesOf(articleIds: readonly string[]): Promise<Map<string, Filing | null>> {
    const rows = await this.tx.query<SourceRow>(
      `SELECT a.article_id, a.copied_from, s.position, s.span
       FROM article a LEFT JOIN article s ON s.article_id = a.copied_from
       WHERE a.article_id = ANY($1)`,
      [articleIds],
    );
    const sources = new Map<string, Filing | null>();
    for (const { article_id: id, copied_from: from, position, span } of rows) {
      if (from === null) sources.set(id, null);
      else if (position !== null && span !== null)
        sources.set(id, { position: BigInt(position), span });
    }
    return sources;
  }

  async groupsOf(articleIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.tx.query<Pick<ArticleRow, 'article_id' | 'syndication_id'>>(
      'SELECT article_id, syndication_id FROM article WHERE article_id = ANY($1)',
      [articleIds],
    );
    return new Map(rows.map((row) => [row.article_id, row.syndication_id]));
  }

  async membersOf(groupIds: readonly string[]): Promise<Descendant[]> {
    const rows = await this.tx.query<
      Pick<ArticleRow, 'article_id' | 'position' | 'copied_from' | 'syndication_id'>
    >(
      `SELECT article_id, position, copied_from, syndication_id FROM article
       WHERE syndication_id = ANY($1)`,
      [groupIds],
    );
    return rows.map((row) => ({
      articleId: row.article_id,
      order: BigInt(row.position),
      sourceId: row.copied_from,
      syndicationId: row.syndication_id,
    }));
  }

  async save(articles: readonly FiledArticle[]): Promise<void> {
    await this.tx.query(
      `INSERT INTO article
         (article_id, version, content_hash, day, position, span, copied_from, copy_reason, similarity,
          syndication_id, source, fetched_at, traceparent, keywords)
       SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[], $4::int[], $5::bigint[], $6::int[], $7::text[],
         $8::text[], $9::float8[], $10::text[], $11::jsonb[], $12::text[], $13::text[], $14::jsonb[])
       ON CONFLICT (article_id) DO UPDATE SET
         version = excluded.version, content_hash = excluded.content_hash, day = excluded.day,
         position = excluded.position, span = excluded.span, copied_from = excluded.copied_from,
         copy_reason = excluded.copy_reason, similarity = excluded.similarity,
         syndication_id = excluded.syndication_id, source = excluded.source, fetched_at = excluded.fetched_at,
         traceparent = excluded.traceparent, keywords = excluded.keywords`,
      [
        articles.map(({ articleId }) => articleId),
        articles.map(({ version }) => version),
        articles.map(({ contentHash }) => contentHash),
        articles.map(({ day }) => day),
        articles.map(({ filing }) => String(filing.position)),
        articles.map(({ filing }) => filing.span),
        articles.map(({ copy }) => copy?.articleId ?? null),
        articles.map(({ copy }) => copy?.reason ?? null),
        articles.map(({ copy }) => copy?.similarity ?? null),
        articles.map(({ source }) => source.syndicationId),
        articles.map(({ source }) => safeJson(source)),
        articles.map(({ fetchedAt }) => fetchedAt),
        articles.map(({ traceparent }) => traceparent),
        articles.map(({ keywords }) => safeJson(keywords)),
      ],
    );
  }

  async move(moved: readonly Moved[]): Promise<void> {
    if (moved.length === 0) return;
    await this.tx.query(
      `UPDATE article SET syndication_id = moved.syndication_id, copied_from = moved.copied_from,
         copy_reason = moved.copy_reason, similarity = moved.similarity
       FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::float8[])
         AS moved (article_id, syndication_id, copied_from, copy_reason, similarity)
       WHERE article.article_id = moved.article_id`,
      [
        moved.map(({ articleId }) => articleId),
        moved.map(({ syndicationId }) => syndicationId),
        moved.map(({ copy }) => copy?.articleId ?? null),
        moved.map(({ copy }) => copy?.reason ?? null),
        moved.map(({ copy }) => copy?.similarity ?? null),
      ],
    );
  }
}

function articleOf(row: ArticleRow): IndexedArticle {
  return {
    articleId: row.article_id,
    version: Number(row.version),
    contentHash: row.content_hash,
    day: row.day,
    filing: { position: BigInt(row.position), span: row.span },
    copy:
      row.copied_from === null
        ? null
        : {
            articleId: row.copied_from,
            reason: row.copy_reason as Source['reason'],
            similarity: row.similarity as number,
          },
    // The column decides: members move between groups without being written anew.
    source: { ...row.source, syndicationId: row.syndication_id },
    fetchedAt: row.fetched_at,
    traceparent: row.traceparent,
  };
}
