import type {
  Article,
  ArticleDeduplicated,
  ArticleSettled,
  Incident,
  IncidentRevised,
} from '@tocsin/contracts';
import type { Message } from '@tocsin/messaging';
import { incidentOf } from '@tocsin/contracts/testing';

const HASH = 'a'.repeat(64);

export const article = (overrides: Partial<Article> = {}): Article => ({
  articleId: 'a1',
  version: 1_000,
  url: 'https://news.example/a1',
  title: 'Title',
  paragraphs: ['One.', 'Two.'],
  captions: [],
  publishedAt: '2022-01-06T18:00:00Z',
  modifiedAt: null,
  authors: [],
  siteName: 'News',
  language: 'en',
  section: null,
  canonicalUrl: null,
  images: [],
  textHash: HASH,
  fingerprint: { scheme: 's1', exact: HASH, minhash: '', shingles: 0 },
  extractorVersion: '1',
  pageType: 'article',
  ...overrides,
});

export const verdict = (overrides: Partial<ArticleDeduplicated> = {}): ArticleDeduplicated => ({
  articleId: 'a1',
  version: 1_000,
  syndicationId: 'a1',
  reason: 'original',
  similarity: 1,
  nearestArticleId: null,
  ...overrides,
});

export const settled = (overrides: Partial<ArticleSettled> = {}): ArticleSettled => ({
  urlId: 'a1',
  url: 'https://news.example/a1',
  version: 1_000,
  stage: 'extractor',
  end: 'rejected',
  code: 'ERR_EXTRACT_EMPTY',
  reason: 'No text.',
  at: '2022-01-06T18:00:00Z',
  traceparent: null,
  ...overrides,
});

/** What an article says of the dead, in the words that stand at an offset. */
export const killedClaim = (
  articleId: string,
  quote: string,
  start: number,
): Incident['claims'][number] => ({
  articleId,
  mentionId: `${articleId}-1000-1-0`,
  url: `https://news.example/${articleId}`,
  claim: {
    field: 'casualties.killed',
    value: 1,
    attribution: [],
    hedge: 'asserted',
    part: 'body',
    quote,
    start,
    end: start + quote.length,
    confidence: 1,
  },
});

export const revised = (overrides: Partial<Incident> = {}): IncidentRevised => ({
  incident: incidentOf(overrides),
  change: overrides.revision === undefined ? 'created' : 'updated',
  changedFields: [],
  reason: 'spec',
  linked: [],
  unlinked: [],
});

let offset = 0n;

/** A message as the decode layer hands it on; each has an offset of its own. */
export const message = <T>(payload: T, timestamp = 2_000): Message<T> => ({
  topic: 'in',
  partition: 0,
  offset: offset++,
  key: Buffer.from('a1'),
  value: Buffer.from(JSON.stringify(payload)),
  headers: { traceparent: Buffer.from('00-trace') },
  timestamp,
  payload,
});
