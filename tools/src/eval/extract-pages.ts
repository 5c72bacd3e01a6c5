import { createHash } from 'node:crypto';
import type { Article } from '@tocsin/contracts';
import type { ArticleExtractor } from '@tocsin/article-extraction';
import { createArticleExtractor } from '@tocsin/article-extraction';
import type { Case, EvalEnv } from './set-adapter.js';

/** The page sets read no fingerprint, so none is made: only the exact hash of the text. */
export const pageExtractor: ArticleExtractor = createArticleExtractor({
  fingerprint: (text) => ({
    scheme: 'exact-only',
    exact: createHash('sha256').update(text).digest('hex'),
    minhash: '',
    shingles: 0,
  }),
});

/** Each case with the article of its page; null where the page was refused. */
export async function* extractPages(
  cases: AsyncIterable<Case>,
  env: EvalEnv,
): AsyncGenerator<{ readonly id: string; readonly article: Article | null }> {
  for await (const { id, input } of cases) {
    const bytes = await env.loadPage(String(input['html_path']));
    const url = String(input['url'] ?? '');
    const result = pageExtractor.extract({ articleId: id, version: 0, url, bytes });
    yield { id, article: result.kind === 'article' ? result.article : null };
  }
}

/** The body as the page sets compare it: paragraphs parted by blank lines. */
export const bodyText = (article: Article | null): string => article?.paragraphs.join('\n\n') ?? '';

/** The day of publication, or null. */
export const publicationDay = (article: Article | null): string | null =>
  article?.publishedAt?.slice(0, 10) ?? null;
