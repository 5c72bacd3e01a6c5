import { FeedError, SitemapError } from '@tocsin/feeds';
import { readSource, type SourceAnswer, type SourceDocument } from './read-source.js';

/** What became of a source, in a form that crosses threads: errors lose their class on the way. */
export type SourceResult =
  | { readonly document: SourceDocument }
  | {
      readonly failed: 'feed';
      readonly code: FeedError['code'];
      readonly message: string;
    }
  | {
      readonly failed: 'sitemap';
      readonly code: SitemapError['code'];
      readonly message: string;
    };

/** @throws what is no source's fault */
export function sourceResult(answer: SourceAnswer): SourceResult {
  try {
    return { document: readSource(answer) };
  } catch (error) {
    if (error instanceof FeedError)
      return { failed: 'feed', code: error.code, message: error.message };
    if (error instanceof SitemapError)
      return { failed: 'sitemap', code: error.code, message: error.message };
    throw error;
  }
}

/** @throws FeedError, SitemapError */
export function documentOf(result: SourceResult): SourceDocument {
  if ('document' in result) return result.document;
  throw result.failed === 'feed'
    ? new FeedError(result.code, result.message)
    : new SitemapError(result.code, result.message);
}
