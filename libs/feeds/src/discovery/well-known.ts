import type { FeedCandidate } from './feeds.js';

/**
 * Where the widespread systems put their feeds: WordPress and Ghost (`/feed/`, `/rss/`), Hugo
 * (`/index.xml`), Jekyll (`/feed.xml`), Drupal (`/rss.xml`), Blogger (`/feeds/posts/default`), and
 * sitemaps by the protocol's own example and the news plugins of WordPress.
 */
const PATHS: readonly (readonly [string, FeedCandidate['kind']])[] = [
  ['/feed/', 'rss'],
  ['/rss/', 'rss'],
  ['/rss.xml', 'rss'],
  ['/feed.xml', 'unknown'],
  ['/atom.xml', 'atom'],
  ['/index.xml', 'rss'],
  ['/feeds/posts/default', 'atom'],
  ['/feed.json', 'json'],
  ['/news-sitemap.xml', 'sitemap'],
  ['/sitemap-news.xml', 'sitemap'],
  ['/sitemap_index.xml', 'sitemap'],
  ['/sitemap.xml', 'sitemap'],
];

/** Guesses for a page's site, and for the folder that it is in, likeliest first. */
export function wellKnownFeeds(url: string): FeedCandidate[] {
  const { origin, pathname } = new URL(url);
  const section = pathname.endsWith('/') && pathname !== '/' ? `${pathname}feed/` : null;
  const guesses: (readonly [string, FeedCandidate['kind']])[] = [
    ...(section ? ([[section, 'rss']] as const) : []),
    ...PATHS,
  ];
  return guesses.map(([path, kind]) => ({
    url: origin + path,
    title: null,
    kind,
    by: 'well-known',
  }));
}
