import { resolve, join } from 'node:path';
import { readCases } from '../../eval/read-cases.js';
import { seeded } from '../../corpus/random.js';
import { bundledArticles, type SampleArticle } from '../../sample/articles.js';
import { renderPage } from '../../sample/page.js';
import { loadPages } from '../article/pages.js';
import { INCIDENT_SETS, INCIDENT_SHARE, OTHER_SETS } from '../incidents/texts.js';
import { varied } from './vary.js';

/** What a corpus is made of; travels as JSON. */
export interface CorpusPlan {
  /** Holds the test sets; without it, the bundled sample alone. */
  readonly dataDir?: string | undefined;
  readonly seed: number;
}

/** Pages as their sites sent them, and reports of incidents as a site would send them. */
interface Originals {
  readonly pages: readonly string[];
  readonly reports: readonly string[];
}

/** The HTML of a corpus of news pages, of which so many report incidents as of general news. */
export interface CorpusPages {
  /** The nth page, n from 0; the same for the same plan. Once around, the originals; then variations of them. */
  pageAt(n: number): string;
}

/** @throws BenchUsageError where the sets can't be read */
export async function openCorpus({ dataDir, seed }: CorpusPlan): Promise<CorpusPages> {
  const { pages, reports } = await originals(dataDir);
  return {
    pageAt(n) {
      const reportsBefore = Math.floor(n * INCIDENT_SHARE);
      const isReport = Math.floor((n + 1) * INCIDENT_SHARE) > reportsBefore;
      const among = isReport ? reports : pages;
      const at = isReport ? reportsBefore : n - reportsBefore;
      const page = among[at % among.length] as string;
      return at < among.length ? page : varied(page, seeded(seed * 1_000_003 + n));
    },
  };
}

async function originals(dataDir: string | undefined): Promise<Originals> {
  const bundled = bundledArticles();
  const rendered = bundled.map((article) => renderPage(article, bundled));
  if (dataDir === undefined) return { pages: rendered, reports: rendered };
  const pages = await loadPages({ dataDir, sets: OTHER_SETS });
  const reports: SampleArticle[] = [];
  for (const set of INCIDENT_SETS) reports.push(...(await reportsOf(dataDir, set)));
  return {
    pages: [...pages.map(({ bytes }) => Buffer.from(bytes).toString('utf8')), ...rendered],
    reports: interleaved(reports).map((report) => renderPage(report, bundled)),
  };
}

/** A report of a set that has texts only, as a page would give it. */
async function reportsOf(dataDir: string, set: string): Promise<SampleArticle[]> {
  const reports: SampleArticle[] = [];
  for await (const { id, input } of readCases(join(resolve(dataDir), 'data', set, 'dev.jsonl'))) {
    const { title, text = '', publish_date: day } = input as Record<string, string | undefined>;
    reports.push({
      id,
      site: 'The Daily Report',
      section: 'News',
      title: title ?? text.slice(0, 80),
      publishedAt: day ?? '2026-11-25',
      dateline: null,
      paragraphs: text.split(/\n\s*\n/),
      captions: [],
      source: null,
      licence: '',
    });
  }
  return reports;
}

/** The sets one among the other, as far apart as they go, so that any stretch has of each. */
function interleaved<V>(values: readonly V[]): V[] {
  const half = Math.ceil(values.length / 2);
  return values
    .slice(0, half)
    .flatMap((value, at) => [value, ...values.slice(half + at, half + at + 1)]);
}
