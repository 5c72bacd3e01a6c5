import type {
  Article,
  ArticleDeduplicated,
  ArticleSettled,
  Incident,
  IncidentRevised,
} from '@tocsin/contracts';
import type { Message } from '@tocsin/messaging';

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

export const incident = (overrides: Partial<Incident> = {}): Incident => ({
  incidentId: 'i1',
  revision: 1,
  lifecycle: 'active',
  evidence: 'candidate',
  conflicts: [],
  supersedes: [],
  mergedInto: null,
  retraction: null,
  summary: 'Rioters clashed with police.',
  what: {
    family: 'political',
    acledEventType: 'Riots',
    acledSubEventType: 'Violent demonstration',
    ploverType: 'PROTEST',
    modes: ['riot'],
    contexts: [],
    ucdpTypeOfViolence: null,
    hazardType: null,
    civilianTargeting: false,
    instruments: [],
  },
  when: {
    start: '2022-01-03',
    end: '2022-01-06',
    timePrecision: 2,
    datePrecision: 2,
    words: 'this week',
    claims: [],
  },
  where: {
    place: 'Almaty',
    admin1: null,
    admin2: null,
    countryIso3: 'KAZ',
    latitude: 43.25,
    longitude: 76.95,
    geonameId: null,
    geoPrecision: 1,
    wherePrecision: 1,
    claims: [],
  },
  actors: [],
  victims: [],
  targets: [],
  casualties: {
    killed: { low: 2, best: 2, high: null, basis: 'stated', claims: [] },
    injured: null,
    missing: null,
    abducted: null,
    arrested: null,
    perpetratorsKilled: null,
  },
  claims: [],
  articleCount: 1,
  independentSourceCount: 1,
  firstSeenAt: '2022-01-06T18:00:00Z',
  lastSeenAt: '2022-01-06T18:00:00Z',
  sources: [],
  traceparent: null,
  ...overrides,
});

export const revised = (overrides: Partial<Incident> = {}): IncidentRevised => ({
  incident: incident(overrides),
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
