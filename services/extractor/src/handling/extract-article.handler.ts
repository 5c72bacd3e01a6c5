import type { PayloadOf } from '@tocsin/contracts';
import type { Handler } from '@tocsin/messaging';
import { deadLetter, drop, ok, PermanentError } from '@tocsin/messaging';
import type { BlobStore } from '../body/blob-store.port.js';
import { storedBody, type StoredBody } from '../body/stored-body.js';
import type { DocumentExtraction, StoredDocument } from '../extraction/document-extraction.port.js';
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
      const body = await storedBody(payload.body, blobs);
      const result = await extraction.extract(documentOf(payload, body));
      if (result.kind === 'unreadable')
        return deadLetter(
          result.class,
          new PermanentError(result.code, result.reason, result.class),
        );
      if (result.kind === 'rejected') return drop(result.code, result.reason);
      return ok(...extractionOutputs(payload, timestamp, result.article, result.mentions));
    } catch (error) {
      if (error instanceof PermanentError) return deadLetter(error.deadLetterClass, error);
      throw error;
    }
  };
}

function documentOf(fetched: ArticleFetched, body: StoredBody): StoredDocument {
  const { feedItem, headers } = fetched;
  const contentType = headers['content-type'];
  return {
    articleId: fetched.articleId,
    version: fetched.version,
    url: fetched.url,
    body,
    ...(contentType === undefined ? {} : { contentType }),
    hints: {
      fetchedAt: fetched.version,
      ...(feedItem?.title ? { title: feedItem.title } : {}),
      ...(feedItem?.publishedAt ? { publishedAt: feedItem.publishedAt } : {}),
      ...(feedItem ? { authors: feedItem.authors } : {}),
    },
  };
}
