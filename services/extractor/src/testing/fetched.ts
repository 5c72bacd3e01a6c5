import type { Article } from '@tocsin/contracts';
import type { HandlerContext, Message } from '@tocsin/messaging';
import type { ArticleFetched } from '../handling/extract-article.handler.js';

/** A fetched record as the fetcher writes it. */
export function fetched(overrides: Partial<ArticleFetched> = {}): ArticleFetched {
  return {
    articleId: 'a1',
    version: Date.UTC(2026, 0, 2),
    url: 'https://example.org/a1',
    requestedUrl: 'https://example.org/a1',
    lane: 'live',
    feedItem: null,
    status: 200,
    headers: { 'content-type': 'text/html' },
    fetchedAt: '2026-01-02T00:00:00.000Z',
    contentHash: '0'.repeat(64),
    body: {
      kind: 'inline',
      encoding: 'identity',
      base64: Buffer.from('<p>x</p>').toString('base64'),
    },
    ...overrides,
  };
}

/** An article with only its identity chosen. */
export function article(overrides: Partial<Article> = {}): Article {
  return {
    articleId: 'a1',
    version: Date.UTC(2026, 0, 2),
    url: 'https://example.org/a1',
    title: 'Bread prices rise',
    paragraphs: ['Bread prices rose on Monday.'],
    captions: [],
    publishedAt: '2026-01-01',
    modifiedAt: null,
    authors: [],
    siteName: null,
    language: 'en',
    section: null,
    canonicalUrl: null,
    images: [],
    textHash: '1'.repeat(64),
    fingerprint: { scheme: 's', exact: '2'.repeat(64), minhash: '', shingles: 0 },
    extractorVersion: 'v',
    pageType: 'article',
    ...overrides,
  };
}

export function message<T>(payload: T, key: string | null = 'a1'): Message<T> {
  return {
    topic: 'article-fetched',
    partition: 0,
    offset: 0n,
    key: key === null ? null : Buffer.from(key),
    value: payload === null ? null : Buffer.from(JSON.stringify(payload)),
    headers: { traceparent: Buffer.from('00-trace-span-01') },
    timestamp: 0,
    payload,
  };
}

export const context = (signal = new AbortController().signal): HandlerContext => ({
  group: 'extractor',
  topic: 'article-fetched',
  partition: 0,
  signal,
});
