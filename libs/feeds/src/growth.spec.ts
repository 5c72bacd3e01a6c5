import { describe, expect, it } from '@jest/globals';
import { discoverFeeds } from './discovery/feeds.js';
import { frontPageLinks } from './discovery/front-page.js';
import { OpmlError } from './opml/model.js';
import { parseOpml } from './opml/parse.js';
import { sitemapsInRobots } from './robots/sitemaps.js';
import { SitemapError } from './sitemap/model.js';
import { parseSitemap } from './sitemap/parse.js';

const url = 'https://example.org/';
const refusing = (read: () => unknown) => () => {
  try {
    read();
  } catch (error) {
    if (!(error instanceof SitemapError) && !(error instanceof OpmlError)) throw error;
  }
};
const html = (text: string) => () => {
  discoverFeeds(text, url);
  frontPageLinks(text, url);
};
const sitemap = (text: string) => refusing(() => parseSitemap(Buffer.from(text), { url }));
const opml = (text: string) => refusing(() => parseOpml(Buffer.from(text)));

/** Hostile documents of about `size` characters. */
const HOSTILE: readonly (readonly [string, (size: number) => () => unknown])[] = [
  ['elements that only open', (n) => html('<div>'.repeat(n / 5))],
  ['elements of many names', (n) => html('<a><b><i><nav><header>'.repeat(n / 22))],
  ['elements that only close', (n) => html('</div></a></nav>'.repeat(n / 16))],
  ['bare brackets', (n) => html('<'.repeat(n))],
  ['one endless attribute', (n) => html(`<a href="${'x'.repeat(n)}`)],
  ['attributes without end', (n) => html(`<a ${'a=b '.repeat(n / 4)}>`)],
  ['one endless link text', (n) => html(`<a href=/a>${'word '.repeat(n / 5)}`)],
  [
    'links without end',
    (n) => html('<a href="/rss/some-long-slug-1">a b c d e f</a>'.repeat(n / 47)),
  ],
  [
    'links to one endless address',
    (n) => html(`<h2><a href="/${'a-/'.repeat(n / 3)}">a b c d e f g h i</a></h2>`),
  ],
  ['comments that never end', (n) => html('<!-- '.repeat(n / 5))],
  ['scripts that never end', (n) => html('<script><'.repeat(n / 9))],
  ['blanks in a link', (n) => html(`<a href=/x>${' '.repeat(n)}</a>`)],
  ['entities', (n) => html(`<a href="${'&amp'.repeat(n / 8)}">${'&am'.repeat(n / 6)}</a>`)],
  ['entries that only open', (n) => sitemap(`<urlset>${'<url><loc>'.repeat(n / 10)}`)],
  ['one endless address', (n) => sitemap(`<urlset><url><loc>${'a'.repeat(n)}</loc>`)],
  ['entries without address', (n) => sitemap(`<urlset>${'<url/>'.repeat(n / 6)}`)],
  ['address lines', (n) => sitemap('http://example.org/\n'.repeat(n / 20))],
  ['empty lines', (n) => sitemap(`http://example.org/${'\n'.repeat(n)}`)],
  ['doctypes', (n) => sitemap(`<!DOCTYPE [${'<!ENTITY a "b">'.repeat(n / 15)}]><urlset/>`)],
  ['outlines', (n) => opml(`<opml><body>${'<outline xmlUrl="http://a.org/"/>'.repeat(n / 33)}`)],
  ['outlines that only open', (n) => opml(`<opml><body>${'<outline text="x">'.repeat(n / 18)}`)],
  [
    'one endless title',
    (n) => opml(`<opml><body><outline text="${'< '.repeat(n / 2)}" xmlUrl="x"/>`),
  ],
  ['robots lines', (n) => () => sitemapsInRobots('sitemap: https://a.org/\n'.repeat(n / 24))],
];

/** The least of three runs, in processor time: what else the machine does decides nothing. */
function millis(run: () => unknown): number {
  const times = [0, 1, 2].map(() => {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

describe('the time that a hostile document takes grows with its length alone', () => {
  const size = 150_000;
  // What quadratic time would make of four times the length is sixteen times as long.
  it.each(HOSTILE)('%s', (_what, make) => {
    make(size)();
    const [once, four] = [millis(make(size)), millis(make(4 * size))];
    expect(four).toBeLessThan(Math.max(once, 10) * 9);
  });
});
