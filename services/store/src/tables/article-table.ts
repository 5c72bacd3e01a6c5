import type { Article, ArticleDeduplicated } from '@tocsin/contracts';
import { safeJson, safeText, safeTextOrNull, type Queryable } from '@tocsin/persistence';
import { excerptOf } from '../rights/excerpt.js';
import { hostKeyOf, keysAbove } from '../rights/host-key.js';
import { rightsFor } from '../rights/source-rights.js';
import { columnsOf, newestPerKey } from './columns.js';

/**
 * Writes the newest extracted version of each article, with as much of its text as its source allows; lower and equal
 * versions change nothing, and what was erased stays so.
 */
export async function upsertArticles(tx: Queryable, articles: readonly Article[]): Promise<void> {
  const newest = newestPerKey(
    articles,
    ({ articleId }) => articleId,
    ({ version }) => version,
  );
  const rows = await keptOf(tx, newest);
  await tx.query(
    `INSERT INTO article
       (article_id, version, url, title, paragraphs, published_at, site_name, language, page_type,
        captions, authors, text_hash, host_key, text_kept)
     SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::jsonb[],
       $6::text[], $7::text[], $8::text[], $9::text[], $10::jsonb[], $11::jsonb[], $12::text[],
       $13::text[], $14::text[])
     ON CONFLICT (article_id) DO UPDATE SET
       version = EXCLUDED.version, url = EXCLUDED.url, title = EXCLUDED.title,
       paragraphs = EXCLUDED.paragraphs, published_at = EXCLUDED.published_at,
       site_name = EXCLUDED.site_name, language = EXCLUDED.language,
       page_type = EXCLUDED.page_type, captions = EXCLUDED.captions,
       authors = EXCLUDED.authors, text_hash = EXCLUDED.text_hash,
       host_key = EXCLUDED.host_key, text_kept = EXCLUDED.text_kept
     WHERE (article.version IS NULL OR article.version < EXCLUDED.version) AND article.erased_ms IS NULL`,
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
      ({ hostKey }) => hostKey ?? '',
      ({ textKept }) => textKept,
    ]),
  );
}

type Kept = Article & { readonly hostKey: string | null; readonly textKept: 'full' | 'excerpt' };

/** As much of each article as its source allows; of sources that were erased nothing. */
async function keptOf(tx: Queryable, articles: readonly Article[]): Promise<Kept[]> {
  const keyed = articles.map((article) => ({ ...article, hostKey: hostKeyOf(article.url) }));
  const keys = keyed.map(({ hostKey }) => hostKey);
  const keeps = await rightsFor(tx, keys);
  const erased = await erasedAmong(tx, [...new Set(keys.flatMap(keysAbove))]);
  return keyed
    .filter(({ hostKey }) => !keysAbove(hostKey).some((key) => erased.has(key)))
    .map((article) =>
      keeps(article.hostKey) === 'full'
        ? { ...article, textKept: 'full' }
        : {
            ...article,
            textKept: 'excerpt',
            paragraphs: excerptOf(article.paragraphs),
            captions: [],
          },
    );
}

async function erasedAmong(tx: Queryable, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ host_key: string }>(
    'SELECT host_key FROM erased_source WHERE host_key = ANY($1)',
    [keys],
  );
  return new Set(rows.map(({ host_key }) => host_key));
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
