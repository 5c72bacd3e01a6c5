import type { Article, ArticleDeduplicated } from '@tocsin/contracts';
import type { Queryable } from '@tocsin/persistence';
import { columnsOf, newestPerKey } from './columns.js';
import { safeJson, safeText, safeTextOrNull } from './postgres-text.js';

/** Writes the newest extracted version of each article; lower and equal versions change nothing. */
export async function upsertArticles(tx: Queryable, articles: readonly Article[]): Promise<void> {
  const rows = newestPerKey(
    articles,
    ({ articleId }) => articleId,
    ({ version }) => version,
  );
  await tx.query(
    `INSERT INTO article
       (article_id, version, url, title, paragraphs, published_at, site_name, language, page_type,
        captions, authors, text_hash)
     SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::jsonb[],
       $6::text[], $7::text[], $8::text[], $9::text[], $10::jsonb[], $11::jsonb[], $12::text[])
     ON CONFLICT (article_id) DO UPDATE SET
       version = EXCLUDED.version, url = EXCLUDED.url, title = EXCLUDED.title,
       paragraphs = EXCLUDED.paragraphs, published_at = EXCLUDED.published_at,
       site_name = EXCLUDED.site_name, language = EXCLUDED.language,
       page_type = EXCLUDED.page_type, captions = EXCLUDED.captions,
       authors = EXCLUDED.authors, text_hash = EXCLUDED.text_hash
     WHERE article.version IS NULL OR article.version < EXCLUDED.version`,
    columnsOf(rows, [
      ({ articleId }) => articleId,
      ({ version }) => version,
      ({ url }) => safeText(url),
      ({ title }) => safeText(title),
      ({ paragraphs }) => safeJson(paragraphs),
      ({ publishedAt }) => safeTextOrNull(publishedAt),
      ({ siteName }) => safeTextOrNull(siteName),
      ({ language }) => safeTextOrNull(language),
      ({ pageType }) => pageType,
      ({ captions }) => safeJson(captions),
      ({ authors }) => safeJson(authors),
      ({ textHash }) => textHash,
    ]),
  );
}

/** Writes the newest syndication verdict of each article; lower and equal versions change nothing. */
export async function upsertSyndication(
  tx: Queryable,
  verdicts: readonly ArticleDeduplicated[],
): Promise<void> {
  const rows = newestPerKey(
    verdicts,
    ({ articleId }) => articleId,
    ({ version }) => version,
  );
  await tx.query(
    `INSERT INTO article (article_id, deduplicated_version, syndication_id, syndication_reason,
       similarity, nearest_article_id)
     SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::float8[], $6::text[])
     ON CONFLICT (article_id) DO UPDATE SET
       deduplicated_version = EXCLUDED.deduplicated_version, syndication_id = EXCLUDED.syndication_id,
       syndication_reason = EXCLUDED.syndication_reason, similarity = EXCLUDED.similarity,
       nearest_article_id = EXCLUDED.nearest_article_id
     WHERE article.deduplicated_version IS NULL
        OR article.deduplicated_version < EXCLUDED.deduplicated_version`,
    columnsOf(rows, [
      ({ articleId }) => articleId,
      ({ version }) => version,
      ({ syndicationId }) => syndicationId,
      ({ reason }) => reason,
      ({ similarity }) => similarity,
      ({ nearestArticleId }) => nearestArticleId,
    ]),
  );
}
