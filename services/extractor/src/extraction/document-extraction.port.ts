import type { ArticleInput, RejectionCode } from '@tocsin/article-extraction';
import type { Article, Mention } from '@tocsin/contracts';

/** An article with its mentions, or why the document is none. */
export type DocumentResult =
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
  extract(input: ArticleInput): Promise<DocumentResult>;
}
