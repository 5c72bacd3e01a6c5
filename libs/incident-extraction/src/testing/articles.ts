import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Article, articleText } from '@tocsin/contracts';

/** An article for specs: title, paragraphs and day are what matters. */
export function article(parts: Partial<Article> = {}): Article {
  const text = {
    title: parts.title ?? '',
    paragraphs: parts.paragraphs ?? [],
    captions: parts.captions ?? [],
  };
  const hash = createHash('sha256').update(articleText(text)).digest('hex');
  return {
    articleId: 'a1',
    version: 1,
    url: 'https://news.example/a1',
    publishedAt: '2022-01-06',
    modifiedAt: null,
    authors: [],
    siteName: null,
    language: 'en',
    section: null,
    canonicalUrl: null,
    images: [],
    textHash: hash,
    fingerprint: { scheme: 'none', exact: hash, minhash: '', shingles: 0 },
    extractorVersion: 'spec',
    pageType: 'article',
    ...parts,
    ...text,
  };
}

/** A fixture file's text. */
export function fixture(name: string): string {
  return readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8');
}

/** The worked example as article extraction leaves it: furniture gone, the caption a caption. */
export function workedExample(): Article {
  const lines = fixture('kazakhstan-2022-01-06.txt')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const first = lines.findIndex((line) => line.startsWith('According to local media'));
  const last = lines.findIndex((line) => line.startsWith('Publish :'));
  return article({
    articleId: 'seed',
    title: lines[0]!,
    paragraphs: lines.slice(first, last),
    captions: lines.filter((line) => line.startsWith('FILE PHOTO')),
    publishedAt: '2022-01-06T18:00:00',
  });
}

export interface WikinewsArticle {
  id: string;
  url: string;
  title: string;
  publishedAt: string;
  paragraphs: string[];
}

/** The Wikinews fixtures. */
export function wikinews(): Article[] {
  return fixture('wikinews.jsonl')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as WikinewsArticle)
    .map(({ id, url, title, publishedAt, paragraphs }) =>
      article({ articleId: id, url, title, publishedAt, paragraphs }),
    );
}
