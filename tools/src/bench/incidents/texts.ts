import { join, resolve } from 'node:path';
import type { Article } from '@tocsin/contracts';
import { extractPages } from '../../eval/extract-pages.js';
import { pageLoader } from '../../eval/load-page.js';
import { readCases } from '../../eval/read-cases.js';
import { textArticle } from '../../eval/sets/text-article.js';
import { evenly, joinedTo, longOnes, mixed } from './lengths.js';
import { ofSentences } from './growth.js';

/** What is measured; the sets are named so that a figure says what it is of. */
export const INCIDENT_SETS = ['gva', 'muc4'] as const;
/** Pages of general news, with as much of incidents among them as such news has. */
export const OTHER_SETS = ['aeb', 'naeb'] as const;
export const WORDS = 600;
export const INCIDENT_SHARE = 0.15;
export const SENTENCES = [100, 200, 400] as const;
/** Of the longest; of shorter ones as many more, so that all lengths read the same text. */
const LONGEST_TEXTS = 12;

/** Articles at most that are read before the measured ones. */
const WARM_UP = 1_500;

/** Everything that the measuring process reads. */
export interface BenchTexts {
  /**
   * Incident news that is not measured, read before anything is: a service has read thousands of other
   * articles before the one that it reads, and the compiler is done.
   */
  readonly warmUp: readonly Article[];
  readonly incidents: readonly Article[];
  /** The others of the mix, alone, to tell what of them passes the gate. */
  readonly others: readonly Article[];
  readonly mix: readonly Article[];
  readonly growth: readonly { readonly sentences: number; readonly articles: readonly Article[] }[];
}

/** @param count of incident articles, evenly drawn from all of the sets */
export async function loadTexts(dataDir: string, count: number): Promise<BenchTexts> {
  const folder = resolve(dataDir);
  const reports: Article[] = [];
  const incidents: Article[] = [];
  for (const set of INCIDENT_SETS) {
    const own = await textsOf(folder, set);
    reports.push(...evenly(count, own));
    incidents.push(...joinedTo(WORDS, own));
  }
  const drawn = evenly(count, incidents);
  const measured = new Set(drawn);
  const warmUp = evenly(
    WARM_UP,
    incidents.filter((article) => !measured.has(article)),
  );
  const pages: Article[] = [];
  for (const set of OTHER_SETS) pages.push(...(await pagesOf(folder, set)));
  const others = longOnes(WORDS, pages);
  const growth = SENTENCES.map((sentences) => ({
    sentences,
    articles: ofSentences(sentences, reports, (LONGEST_TEXTS * Math.max(...SENTENCES)) / sentences),
  }));
  return { warmUp, incidents: drawn, others, mix: mixed(INCIDENT_SHARE, drawn, others), growth };
}

const casesOf = (folder: string, set: string) => readCases(join(folder, 'data', set, 'dev.jsonl'));

async function textsOf(folder: string, set: string): Promise<Article[]> {
  const articles: Article[] = [];
  for await (const { id, input } of casesOf(folder, set)) {
    const { title = '', text = '', publish_date: day } = input as Record<string, string>;
    articles.push(textArticle({ id, title, text, publishedAt: day ?? null }));
  }
  return articles;
}

/** Pages as our own article extraction leaves them; those that it refuses are not there. */
async function pagesOf(folder: string, set: string): Promise<Article[]> {
  const articles: Article[] = [];
  const env = { loadPage: pageLoader(folder) };
  for await (const { article } of extractPages(casesOf(folder, set), env)) {
    if (article) articles.push({ ...article, captions: [] });
  }
  return articles;
}
