import Type, { type Static } from 'typebox';
import { Article, Fingerprint } from './article.js';
import { Incident } from './incident.js';
import { Mention } from './mention.js';

const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const closed = { additionalProperties: false } as const;
const hash = Type.String({ pattern: '^[0-9a-f]{64}$' });
const version = Type.Integer({ minimum: 0 });

/** What the feed said of the item that led to this URL. Evidence, not truth. */
export const FeedItem = Type.Object(
  {
    feedUrl: Type.String(),
    title: nullable(Type.String()),
    publishedAt: nullable(Type.String()),
    authors: Type.Array(Type.String()),
    summary: nullable(Type.String()),
  },
  closed,
);
export type FeedItem = Static<typeof FeedItem>;

/** The body's bytes: inline (compressed, base64) up to 256 KiB, else by claim check in the blob store. */
export const Body = Type.Union([
  Type.Object(
    {
      kind: Type.Literal('inline'),
      encoding: Type.Enum(['gzip', 'identity']),
      base64: Type.String(),
    },
    closed,
  ),
  Type.Object(
    {
      kind: Type.Literal('blob'),
      encoding: Type.Enum(['gzip', 'identity']),
      blobKey: Type.String(),
    },
    closed,
  ),
]);
export type Body = Static<typeof Body>;

/** `article-fetched`: one response. */
export const ArticleFetched = Type.Object(
  {
    articleId: Type.String({ minLength: 1 }),
    /** Fetch time in ms since the epoch. */
    version,
    /** Normalised final URL; `articleId` is its hash. */
    url: Type.String(),
    requestedUrl: Type.String(),
    lane: Type.Enum(['live', 'backfill']),
    feedItem: nullable(FeedItem),
    status: Type.Integer({ minimum: 100, maximum: 599 }),
    /** Lower-case names; only those that matter: content-type, content-language, last-modified, etag. */
    headers: Type.Record(Type.String(), Type.String()),
    fetchedAt: Type.String(),
    /** SHA-256 of the decoded body. */
    contentHash: hash,
    body: Body,
  },
  closed,
);
export type ArticleFetched = Static<typeof ArticleFetched>;

/** `article-extracted`: one version of one article. */
export const ArticleExtracted = Article;
export type ArticleExtracted = Static<typeof ArticleExtracted>;

/** A word that tells a text from others. */
export const Keyword = Type.Object(
  {
    /** Lower case, plural -s folded away. */
    term: Type.String({ minLength: 1 }),
    /** Its part in the text: all keywords of a text are a vector of length 1 or a little less. */
    weight: Type.Number({ minimum: 0, maximum: 1 }),
    /** Whether it is written as a name and is no plain word, nor a place of the text's incidents. */
    name: Type.Boolean(),
  },
  closed,
);
export type Keyword = Static<typeof Keyword>;

const extracted = {
  articleId: Type.String({ minLength: 1 }),
  version,
  url: Type.String(),
  title: Type.String(),
  siteName: nullable(Type.String()),
  language: nullable(Type.String()),
  publishedAt: nullable(Type.String()),
  fetchedAt: Type.String(),
  textHash: hash,
  fingerprint: Fingerprint,
  extractorVersion: Type.String(),
  mentions: Type.Array(Mention),
};

/** `IncidentExtracted` as it was before articles had keywords. */
export const IncidentExtractedV1 = Type.Object(extracted, closed);
export type IncidentExtractedV1 = Static<typeof IncidentExtractedV1>;

/** `incident-extracted`: all mentions of one article version, possibly none; replaces the earlier set. */
export const IncidentExtracted = Type.Object(
  {
    ...extracted,
    /** The words that tell the article from others, heaviest first. */
    keywords: Type.Array(Keyword, { maxItems: 64 }),
  },
  closed,
);
export type IncidentExtracted = Static<typeof IncidentExtracted>;

/** `article-deduplicated`: the article's syndication group, why, and how similar. */
export const ArticleDeduplicated = Type.Object(
  {
    articleId: Type.String({ minLength: 1 }),
    version,
    /** The group's id: the article id of its first member. */
    syndicationId: Type.String(),
    /**
     * `near-copy`: edited, cut, or in another frame; `rewrite`: other words, the same names and figures in their order;
     * `update`: its own site's article again, changed, at another address; `new-version`: the same address.
     */
    reason: Type.Enum(['original', 'exact-copy', 'near-copy', 'rewrite', 'update', 'new-version']),
    /** Estimated Jaccard similarity to the nearest member before it, of a rewrite that of its names; 1 for the original. */
    similarity: Type.Number({ minimum: 0, maximum: 1 }),
    nearestArticleId: nullable(Type.String()),
  },
  closed,
);
export type ArticleDeduplicated = Static<typeof ArticleDeduplicated>;

/** `article-settled`: how a URL ended at a stage. */
export const ArticleSettled = Type.Object(
  {
    /** URL id = article id. */
    urlId: Type.String({ minLength: 1 }),
    url: nullable(Type.String()),
    /** Null when nothing was fetched. */
    version: nullable(version),
    stage: Type.Enum(['fetcher', 'extractor', 'deduplicator', 'store']),
    end: Type.Enum(['stored', 'rejected', 'failed', 'dead-lettered']),
    /** Stable code, e.g. `ERR_FETCH_ROBOTS`; `OK` when stored. */
    code: Type.String(),
    reason: Type.String(),
    at: Type.String(),
    traceparent: nullable(Type.String()),
  },
  closed,
);
export type ArticleSettled = Static<typeof ArticleSettled>;

/** `incident-revised`: one revision. */
export const IncidentRevised = Type.Object(
  {
    incident: Incident,
    change: Type.Enum(['created', 'updated', 'merged', 'split', 'retracted']),
    changedFields: Type.Array(Type.String()),
    reason: Type.String(),
    linked: Type.Array(Type.String()),
    unlinked: Type.Array(Type.String()),
  },
  closed,
);
export type IncidentRevised = Static<typeof IncidentRevised>;

/** `incident-updated`: the newest snapshot only, at most 64 KB. */
export const IncidentUpdated = Incident;
export type IncidentUpdated = Static<typeof IncidentUpdated>;

const curated = {
  commandId: Type.String({ minLength: 1 }),
  action: Type.Enum(['merge', 'split', 'retract']),
  incidentId: Type.String({ minLength: 1 }),
  /** Merge: the others; split and retract: none. */
  otherIncidentIds: Type.Array(Type.String()),
  /** Split: the mentions that leave. */
  mentionIds: Type.Array(Type.String()),
  reason: Type.String({ minLength: 1 }),
  by: Type.String({ minLength: 1 }),
  at: Type.String(),
};

/** `IncidentCurated` as it was when it named incidents by their ids alone. */
export const IncidentCuratedV1 = Type.Object(curated, closed);
export type IncidentCuratedV1 = Static<typeof IncidentCuratedV1>;

/**
 * An incident that a command is about, by what told of it when the command was given. Ids of incidents and mentions
 * change with the order of arrival and the extractor's version; what an article tells doesn't.
 */
export const CurationSubject = Type.Object(
  {
    incidentId: Type.String({ minLength: 1 }),
    /** Without claims and lists that tell mentions of one article no better apart. */
    mentions: Type.Array(
      Type.Object({ articleId: Type.String({ minLength: 1 }), mention: Mention }, closed),
    ),
  },
  closed,
);
export type CurationSubject = Static<typeof CurationSubject>;

/** `incident-curated`: an analyst's command. */
export const IncidentCurated = Type.Object(
  { ...curated, subjects: Type.Array(CurationSubject) },
  closed,
);
export type IncidentCurated = Static<typeof IncidentCurated>;
