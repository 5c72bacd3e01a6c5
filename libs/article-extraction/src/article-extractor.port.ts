import type { Article } from '@tocsin/contracts';

/** What is known of the document from outside: evidence of the feed, weaker than the page's own. */
export interface ArticleHints {
  readonly title?: string;
  readonly publishedAt?: string;
  readonly authors?: readonly string[];
  /** Milliseconds since the epoch; a publication date after it is not believed. */
  readonly fetchedAt?: number;
}

interface ArticleInputBase {
  readonly articleId: string;
  /** Fetch time in ms since the epoch, as the article's version. */
  readonly version: number;
  readonly url: string;
  /** The `Content-Type` header as it came. */
  readonly contentType?: string;
  readonly hints?: ArticleHints;
}

/** One document: the response's bytes, or text that is already decoded (HTML or plain). */
export type ArticleInput = ArticleInputBase &
  ({ readonly bytes: Uint8Array } | { readonly text: string });

/** Why a document is not an article of ours; stable, counted. */
export type RejectionCode =
  /** No paragraph of text. */
  | 'ERR_ARTICLE_EMPTY'
  /** A front page or the page of a section, a topic, an author: links to articles, none of its own. */
  | 'ERR_ARTICLE_SECTION'
  /** A video without any text. */
  | 'ERR_ARTICLE_VIDEO'
  /** Nothing but the question whether cookies are consented to. */
  | 'ERR_ARTICLE_CONSENT_WALL'
  /** "Not found", "access denied", a question whether one is a robot: said in text, whatever the status. */
  | 'ERR_ARTICLE_ERROR_PAGE'
  /** The article is for subscribers, and nothing of it is free. */
  | 'ERR_ARTICLE_PAYWALL'
  | 'ERR_ARTICLE_NOT_HTML'
  | 'ERR_ARTICLE_TOO_DEEP'
  | 'ERR_ARTICLE_TOO_COMPLEX'
  | 'ERR_ARTICLE_TOO_LARGE';

export interface Rejection {
  readonly kind: 'rejected';
  readonly code: RejectionCode;
  /** One sentence for people. */
  readonly reason: string;
}

/** Closed: a document is an article, or it is refused with a code. */
export type ExtractionResult = { readonly kind: 'article'; readonly article: Article } | Rejection;

/** From a document to exactly its article. Pure: the same input gives the same result. */
export interface ArticleExtractor {
  /** Names the rules; part of every article and of every id derived from it. */
  readonly version: string;
  extract(input: ArticleInput): ExtractionResult;
}

export const rejected = (code: RejectionCode, reason: string): Rejection => ({
  kind: 'rejected',
  code,
  reason,
});
