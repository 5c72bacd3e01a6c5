import { gunzipSync, gzipSync } from 'node:zlib';
import type { Content } from '../../farm/content.js';
import { newsSite } from '../../farm/news-site.js';
import { serveFarm } from '../../farm/serve.js';
import { openCorpus, type CorpusPlan } from './pages.js';

/** Sites whose pages are a corpus; travels as JSON. */
export interface CorpusFarmPlan extends CorpusPlan {
  readonly sites: number;
  /** Pages that each site's feed names. */
  readonly pages: number;
}

/** Fast, so that the farm is soon ready: what a page weighs on its way is not measured here. */
const LEVEL = 1;

const { sites, pages, ...corpusPlan } = JSON.parse(process.argv[2] ?? '') as CorpusFarmPlan;
const corpus = await openCorpus(corpusPlan);
const contentAt = (n: number): Content => {
  const gzip = gzipSync(corpus.pageAt(n), { level: LEVEL });
  return {
    type: 'text/html; charset=utf-8',
    gzip,
    // A large corpus is held packed only; hardly anybody asks for it unpacked.
    get plain() {
      return gunzipSync(gzip);
    },
  };
};
const hosts = Array.from({ length: sites }, (_, host) =>
  Array.from({ length: pages }, (_, n) => contentAt(host * pages + n)),
);
const paths = (host: number) =>
  Array.from({ length: pages }, (_, n) => `/news/2026/11/story-${host * pages + n}.html`);

await serveFarm((opened) =>
  hosts.map((contents, host) => {
    const own = paths(host);
    const contentOf = new Map(own.map((path, n) => [path, contents[n]]));
    return newsSite({ paths: own, pageOf: (path) => contentOf.get(path), opened });
  }),
);
