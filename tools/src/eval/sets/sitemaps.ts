import { parseSitemap, SitemapError } from '@tocsin/feeds';
import type { SetAdapter } from '../set-adapter.js';

/** The set's files were taken from where they stood, so none can tell its own site from others. */
const SOURCE = { url: 'http://www.example.com/sitemap.xml' };

function read(bytes: Uint8Array) {
  try {
    const { kind, urls, sitemaps } = parseSitemap(bytes, SOURCE, { crossSite: true });
    return {
      kind,
      // The set counts the addresses of pages in XML; the lines of a text are no tags.
      n_loc_tags: kind === 'text' ? 0 : urls.length,
      n_news: urls.filter(({ news }) => news !== null).length,
      urls: urls.map(({ url }) => url),
      sitemaps: sitemaps.map(({ url }) => url),
    };
  } catch (error) {
    if (!(error instanceof SitemapError)) throw error;
    return { kind: null, code: error.code, n_loc_tags: 0, n_news: 0, urls: [], sitemaps: [] };
  }
}

/** Sitemap files → how many pages they name, and how many of them to Google News (crawler-commons). */
export const sitemaps: SetAdapter = {
  set: 'sitemaps',
  scorers: ['n_loc_tags', 'n_news'].map((field) => ({
    scorer: 'exact',
    args: ['--set', 'sitemaps', '--field', field],
  })),
  async *predict(cases, env) {
    for await (const { id, input } of cases)
      yield { id, ...read(await env.loadPage(String(input['path']))) };
  },
};
