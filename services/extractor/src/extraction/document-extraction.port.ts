import type { ArticleInput, RejectionCode } from '@tocsin/article-extraction';
import type { Article, Mention } from '@tocsin/contracts';
import type { UnreadableBody } from '../body/open-body.js';
import type { StoredBody } from '../body/stored-body.js';

/** A document with its bytes as they were stored. */
export interface StoredDocument extends Omit<ArticleInput, 'bytes'> {
  readonly body: StoredBody;
}

/** An article with its mentions, or why the document is none. */
export type DocumentResult =
  | UnreadableBody
  | { readonly kind: 'extracted'; readonly article: Article; readonly mentions: readonly Mention[] }
  | { readonly kind: 'rejected'; readonly code: RejectionCode; readonly reason: string };

/** From one document to its article and mentions, at a bounded cost. */
export interface DocumentExtraction {
  /** The versions of both extractors joined: it changes when the results may. */
  readonly version: string;
  /**
   * @throws PermanentError (TIMEOUT) past the deadline, (PERMANENT) when the document broke the
   * worker: both are the document's fault and would happen again.
   */
  extract(document: StoredDocument): Promise<DocumentResult>;
}
