import type { ArticleInput } from '@tocsin/article-extraction';
import type { PayloadOf } from '@tocsin/contracts';
import type { Handler } from '@tocsin/messaging';
import { deadLetter, drop, ok, PermanentError } from '@tocsin/messaging';
import type { BlobStore } from '../body/blob-store.port.js';
import { readBody } from '../body/read-body.js';
import type { DocumentExtraction } from '../extraction/document-extraction.port.js';
import { extractionOutputs } from './outputs.js';

export type ArticleFetched = PayloadOf<'article-fetched'>;

export interface ExtractArticleDependencies {
  readonly extraction: DocumentExtraction;
  readonly blobs: BlobStore;
}

/**
 * One fetched response: its article and all its mentions, or a drop with the reason why it is no
 * article. What the document itself breaks is a dead letter; a failing blob store is thrown on.
 */
export function extractArticleHandler({
  extraction,
  blobs,
}: ExtractArticleDependencies): Handler<ArticleFetched> {
  return async ({ payload, timestamp }) => {
    try {
      const bytes = await readBody(payload.body, blobs);
      const result = await extraction.extract(toInput(payload, bytes));
      if (result.kind === 'rejected') return drop(result.code, result.reason);
      return ok(...extractionOutputs(payload, timestamp, result.article, result.mentions));
    } catch (error) {
      if (error instanceof PermanentError) return deadLetter(error.deadLetterClass, error);
      throw error;
    }
  };
}

function toInput(fetched: ArticleFetched, bytes: Uint8Array): ArticleInput {
  const { feedItem, headers } = fetched;
  const contentType = headers['content-type'];
  return {
    articleId: fetched.articleId,
    version: fetched.version,
    url: fetched.url,
    bytes,
    ...(contentType === undefined ? {} : { contentType }),
    hints: {
      fetchedAt: fetched.version,
      ...(feedItem?.title ? { title: feedItem.title } : {}),
      ...(feedItem?.publishedAt ? { publishedAt: feedItem.publishedAt } : {}),
      ...(feedItem ? { authors: feedItem.authors } : {}),
    },
  };
}
