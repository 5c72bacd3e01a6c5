import { createArticleExtractor } from '@tocsin/article-extraction';
import { cellsOf, fingerprint, keywordsOf, lshBands, signatureOf } from '@tocsin/dedup';
import { createGeoparser } from '@tocsin/geocoding';
import { createIncidentExtractor } from '@tocsin/incident-extraction';
import { openCorpus } from './pages.js';
import type { LibrariesCost, LibrariesTask } from './libraries.js';

// A process of its own, so that what the libraries cost is not mixed with what the tools do.
const { warmUp, articles, ...corpusPlan } = JSON.parse(process.argv[2] ?? '') as LibrariesTask;
const corpus = await openCorpus(corpusPlan);
const pages = createArticleExtractor({ fingerprint });
const incidents = createIncidentExtractor({ geoparser: createGeoparser() });
const cpuMs = { pages: 0, incidents: 0, signing: 0 };

const timed = <R>(part: keyof typeof cpuMs, work: () => R): R => {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  cpuMs[part] += (user + system) / 1_000;
  return result;
};

/** All that the line's libraries do with one page. */
function read(n: number): void {
  const bytes = Buffer.from(corpus.pageAt(n));
  const url = `https://www.site-${n % 500}.example/news/2026/11/story-${n}.html`;
  const page = timed('pages', () =>
    pages.extract({ articleId: `page-${n}`, version: 0, url, bytes }),
  );
  if (page.kind !== 'article') return;
  const { article } = page;
  const mentions = timed('incidents', () => incidents.extract(article));
  timed('signing', () => {
    const { articleId, language } = article;
    lshBands(signatureOf({ articleId, at: 0, url, language, fingerprint: article.fingerprint }));
    const keywords = keywordsOf(article, mentions);
    for (const mention of mentions) cellsOf({ articleId, articleDay: 0, keywords, mention });
  });
}

for (let n = 0; n < warmUp; n += 1) read(n);
for (const part of Object.keys(cpuMs) as (keyof typeof cpuMs)[]) cpuMs[part] = 0;
for (let n = warmUp; n < warmUp + articles; n += 1) read(n);
const cost: LibrariesCost = {
  pages: cpuMs.pages / articles,
  incidents: cpuMs.incidents / articles,
  signing: cpuMs.signing / articles,
};
process.send?.(cost, () => process.disconnect());
