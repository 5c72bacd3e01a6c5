import { DEFAULT_FEED_LIMITS } from '../model.js';
import type { Section } from '../read/section.js';
import { readDocument, type ReadDocument } from '../read-document.js';

/** Where the feeds of the specs come from. */
export const BASE = 'https://news.example/feeds/all.xml';

const NAMESPACES = [
  'atom="http://www.w3.org/2005/Atom"',
  'cc="http://web.resource.org/cc/"',
  'content="http://purl.org/rss/1.0/modules/content/"',
  'dc="http://purl.org/dc/elements/1.1/"',
  'dcterms="http://purl.org/dc/terms/"',
  'georss="http://www.georss.org/georss"',
  'gml="http://www.opengis.net/gml"',
  'itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"',
  'media="http://search.yahoo.com/mrss/"',
  'psc="http://podlove.org/simple-chapters"',
  'rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"',
  'sy="http://purl.org/rss/1.0/modules/syndication/"',
]
  .map((declaration) => `xmlns:${declaration}`)
  .join(' ');

/** An RSS 2.0 feed with the usual namespaces; `inChannel` may hold items. */
export const rss = (inChannel: string): string =>
  `<rss version="2.0" ${NAMESPACES}><channel>${inChannel}</channel></rss>`;

/** An Atom 1.0 feed. */
export const atom = (inFeed: string): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom" ${NAMESPACES}>${inFeed}</feed>`;

/** What a feed says. */
export const readFeed = (text: string): ReadDocument =>
  readDocument({ text }, { base: BASE, language: null }, DEFAULT_FEED_LIMITS);

/** What the channel of an RSS feed says. */
export const inChannel = (xml: string): Section => readFeed(rss(xml)).feed;

/** What the only item of an RSS feed says. */
export const inItem = (xml: string): Section => only(readFeed(rss(`<item>${xml}</item>`)));

/** What the only entry of an Atom feed says. */
export const inEntry = (xml: string): Section => only(readFeed(atom(`<entry>${xml}</entry>`)));

function only({ entries }: ReadDocument): Section {
  const [entry] = entries;
  if (!entry) throw new Error('The feed has no entry.');
  return entry;
}
