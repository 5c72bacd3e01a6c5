import Type, { type Static } from 'typebox';

const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const closed = { additionalProperties: false } as const;

/** The near-duplicate fingerprint of an article's text; made once, by the extractor. */
export const Fingerprint = Type.Object(
  {
    /** Names the scheme: shingling, hash, number of bins; fingerprints of two schemes are never compared. */
    scheme: Type.String(),
    /** SHA-256 of the normalised text, hex: equal means the same words. */
    exact: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    /** One-permutation MinHash signature, little-endian uint32 bins, base64; empty for texts too short to sign. */
    minhash: Type.String(),
    /** Number of word shingles. */
    shingles: Type.Integer({ minimum: 0 }),
    /** The smallest hashes of the pairs of names and figures that follow each other, little-endian uint32, base64. */
    names: Type.Optional(Type.String()),
  },
  closed,
);
export type Fingerprint = Static<typeof Fingerprint>;

/** An image of the article with its caption; captions are never body text. */
export const Image = Type.Object(
  { url: nullable(Type.String()), caption: nullable(Type.String()) },
  closed,
);
export type Image = Static<typeof Image>;

/**
 * What kind of page the article is of. `live-blog`: its entries are the paragraphs; `video`: the text beside the
 * video; `paywall`: only the part that is free to read. What tells of no article at all is rejected instead.
 */
export const PageType = Type.Enum(['article', 'live-blog', 'video', 'paywall']);
export type PageType = Static<typeof PageType>;

const fields = {
  articleId: Type.String({ minLength: 1 }),
  /** Fetch time in ms since the epoch; grows with every version. */
  version: Type.Integer({ minimum: 0 }),
  url: Type.String(),
  title: Type.String(),
  paragraphs: Type.Array(Type.String()),
  captions: Type.Array(Type.String()),
  /** ISO 8601 with its zone kept where the page gives one. */
  publishedAt: nullable(Type.String()),
  modifiedAt: nullable(Type.String()),
  authors: Type.Array(Type.String()),
  siteName: nullable(Type.String()),
  /** ISO 639-1, or null when too short to tell. */
  language: nullable(Type.String()),
  section: nullable(Type.String()),
  canonicalUrl: nullable(Type.String()),
  images: Type.Array(Image),
  /** SHA-256 of `articleText(article)`, hex: the text that claims' offsets point into. */
  textHash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  fingerprint: Fingerprint,
  extractorVersion: Type.String(),
};

/** `Article` as it was before pages had types. */
export const ArticleV1 = Type.Object(fields, closed);
export type ArticleV1 = Static<typeof ArticleV1>;

/** One version of one article: the page without everything that is not the article. */
export const Article = Type.Object({ ...fields, pageType: PageType }, closed);
export type Article = Static<typeof Article>;

/**
 * The text that every claim's offsets point into: title, body paragraphs and captions joined by blank
 * lines, in this order. Offsets are UTF-16 code units, as `String.prototype.slice` takes them.
 */
export function articleText(article: Pick<Article, 'title' | 'paragraphs' | 'captions'>): string {
  return [article.title, ...article.paragraphs, ...article.captions].join('\n\n');
}
