import { createHash } from 'node:crypto';
import { type Article, articleText } from '@tocsin/contracts';

/** What a text-only test set knows of an article. */
export interface TextInput {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** ISO 8601; null where the set gives none. */
  readonly publishedAt: string | null;
}

/** An article from a set that gives text instead of a page; paragraphs are parted by blank lines. */
export function textArticle({ id, title, text, publishedAt }: TextInput): Article {
  const paragraphs = text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph.length > 0);
  const parts = { title, paragraphs, captions: [] };
  const hash = createHash('sha256').update(articleText(parts)).digest('hex');
  return {
    ...parts,
    articleId: id,
    version: 0,
    url: '',
    publishedAt,
    modifiedAt: null,
    authors: [],
    siteName: null,
    language: 'en',
    section: null,
    canonicalUrl: null,
    images: [],
    textHash: hash,
    fingerprint: { scheme: 'none', exact: hash, minhash: '', shingles: 0 },
    extractorVersion: 'eval-text',
    pageType: 'article',
  };
}
