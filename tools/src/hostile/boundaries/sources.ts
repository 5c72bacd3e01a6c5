import {
  decodeText,
  discoverFeeds,
  frontPageLinks,
  normaliseUrl,
  parseFeed,
  parseOpml,
  parseRobots,
  parseSitemap,
  urlId,
} from '@tocsin/feeds';
import { type Boundary, MARKUP_PIECES, promise } from '../boundary.js';

const URL_OF_SITE = 'https://news.example/feed';
const isWeb = (url: string): boolean => /^https?:\/\/[^/]/.test(url);
const text = (input: Buffer): string => decodeText(input, null).text;

/** What the fetcher reads of sites that are followed. */
export const SOURCES: readonly Boundary[] = [
  {
    name: 'feed',
    description: 'RSS, Atom, RDF, CDF or JSON Feed of a site',
    codes: ['ERR_FEED_UNRECOGNISED', 'ERR_FEED_TOO_DEEP', 'ERR_FEED_TOO_SLOW'],
    pieces: [...MARKUP_PIECES, '<item>', '<entry>', '<link>', '"items":[', '"__proto__":'],
    read(input) {
      const { kind, items } = parseFeed(input, { url: URL_OF_SITE });
      for (const { url } of items) promise(isWeb(url), 'an item leads to the web');
      return kind;
    },
  },
  {
    name: 'sitemap',
    description: 'sitemap, index of sitemaps or list of addresses of a site, zipped or not',
    codes: [
      'ERR_SITEMAP_UNRECOGNISED',
      'ERR_SITEMAP_IS_FEED',
      'ERR_SITEMAP_TOO_LARGE',
      'ERR_SITEMAP_TOO_DEEP',
      'ERR_SITEMAP_BROKEN_GZIP',
    ],
    pieces: [
      ...MARKUP_PIECES,
      '<loc>',
      '</loc>',
      '<url>',
      '<news:news>',
      'https://news.example/a\n',
    ],
    read(input) {
      const { kind, urls } = parseSitemap(input, { url: 'https://news.example/sitemap.xml' });
      for (const { url } of urls) promise(isWeb(url), 'a page is of the web');
      return kind;
    },
  },
  {
    name: 'opml',
    description: 'a list of feeds that somebody imports',
    codes: ['ERR_OPML_UNRECOGNISED', 'ERR_OPML_TOO_DEEP'],
    pieces: [...MARKUP_PIECES, '<outline>', '<outline xmlUrl="', '</outline>'],
    read(input) {
      for (const { url } of parseOpml(input).feeds) promise(isWeb(url), 'a feed is of the web');
      return 'list';
    },
  },
  {
    name: 'robots',
    description: 'the robots.txt of a site',
    codes: [],
    pieces: ['User-agent: *\n', 'Disallow: /', 'Allow: /*$', '*', '%', '%zz', '\u0000', '\r', '#'],
    read: (input) => {
      const { verdict } = parseRobots(input, 200, 'TocsinBot');
      return verdict('https://news.example/a/b?c=%20*$').allowed ? 'allowed' : 'disallowed';
    },
  },
  {
    name: 'front-page',
    description: 'a page in which feeds and articles are looked for',
    codes: [],
    pieces: [...MARKUP_PIECES, '<link rel=alternate type=application/rss+xml href=', '<a href=//'],
    read(input) {
      const html = text(input);
      const found = [...discoverFeeds(html, URL_OF_SITE), ...frontPageLinks(html, URL_OF_SITE)];
      for (const { url } of found) promise(isWeb(url), 'a link leads to the web');
      return found.length > 0 ? 'links' : 'nothing';
    },
  },
  {
    name: 'address',
    description: 'an address as a page writes it',
    codes: [],
    pieces: [
      'http://',
      '//',
      '@',
      ':',
      '[::1]',
      '0x7f.1',
      '%2e',
      '\\',
      '?',
      '#',
      'xn--',
      '\t',
      '..',
    ],
    read(input) {
      const url = normaliseUrl(input.toString('utf8'), URL_OF_SITE);
      if (url === null) return 'none';
      promise(normaliseUrl(url) === url, 'a normalised address is its own normal form');
      promise(urlId(url).length > 0, 'an address has an id');
      return 'address';
    },
  },
];
