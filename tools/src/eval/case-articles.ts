import { join } from 'node:path';
import type { Article } from '@tocsin/contracts';
import { extractPages } from './extract-pages.js';
import { pageLoader } from './load-page.js';
import { readCases } from './read-cases.js';
import type { Case } from './set-adapter.js';
import { textArticle } from './sets/text-article.js';

/**
 * Every case of a set that has a text, as an article: `text`, or `sentences` a paragraph each, with
 * `title` and `publish_date` where they are given, or the page at `html_path` as our own article
 * extraction reads it. For looking at all sets alike; what a set wants is its adapter's business.
 */
export async function* caseArticles(
  dataDir: string,
  set: string,
  split: string,
): AsyncGenerator<Article> {
  const env = { loadPage: pageLoader(dataDir) };
  for await (const each of readCases(join(dataDir, 'data', set, `${split}.jsonl`))) {
    if (typeof each.input['html_path'] === 'string') {
      for await (const { article } of extractPages(one(each), env)) if (article) yield article;
      continue;
    }
    const article = textCase(each);
    if (article) yield article;
  }
}

/** A case that gives its text as an article, null where it gives none. */
export function textCase(each: Case): Article | null {
  const text = textOf(each);
  if (text === null) return null;
  return textArticle({
    id: each.id,
    title: stringOf(each.input['title']) ?? '',
    text,
    publishedAt: stringOf(each.input['publish_date']),
  });
}

async function* one(each: Case): AsyncGenerator<Case> {
  yield each;
}

function textOf({ input }: Case): string | null {
  const { text, sentences } = input;
  if (Array.isArray(sentences)) return sentences.map(String).join('\n\n');
  return stringOf(text);
}

const stringOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
