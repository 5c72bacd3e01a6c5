import { readFileSync } from 'node:fs';

/** An article that a sample site publishes. */
export interface SampleArticle {
  readonly id: string;
  readonly site: string;
  readonly section: string;
  readonly title: string;
  /** ISO 8601 day or local date-time. */
  readonly publishedAt: string;
  /** The line above the text that dates it, as the page shows it. */
  readonly dateline: string | null;
  readonly paragraphs: readonly string[];
  readonly captions: readonly string[];
  /** The page that it was taken from. */
  readonly source: string | null;
  readonly licence: string;
}

/** The bundled articles: 24 of Wikinews and the one that started the project. */
export function bundledArticles(): SampleArticle[] {
  const file = new URL('../../sample/articles.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as SampleArticle[];
}
