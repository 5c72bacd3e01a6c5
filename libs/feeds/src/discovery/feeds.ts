import { feedAddress } from '../url/feed-address.js';
import { normaliseUrl } from '../url/normalise.js';
import { sameSite } from '../url/same-site.js';
import { baseOf, scanPage, type Anchor, type LinkElement } from './scan.js';
import { wellKnownFeeds } from './well-known.js';

export type CandidateKind = 'rss' | 'atom' | 'json' | 'sitemap' | 'unknown';

/** An address that may be a feed; whether it is, only asking tells. */
export interface FeedCandidate {
  /** Absolute, http or https. */
  readonly url: string;
  readonly title: string | null;
  /** As declared or as the address sounds. */
  readonly kind: CandidateKind;
  /** Declared by the page, linked by it, or guessed from where such files lie. */
  readonly by: 'link' | 'anchor' | 'well-known';
}

const MAX_CANDIDATES = 100;

/** RSS and Atom by IANA and custom, JSON Feed 1.1; plain XML is a feed when it is an alternate. */
const TYPES: ReadonlyMap<string, CandidateKind> = new Map([
  ['application/rss+xml', 'rss'],
  ['text/rss+xml', 'rss'],
  ['application/rdf+xml', 'rss'],
  ['application/atom+xml', 'atom'],
  ['application/feed+json', 'json'],
  ['application/xml', 'unknown'],
  ['text/xml', 'unknown'],
]);

/** Addresses by which feeds go: the file's or folder's name, or the parameter that WordPress reads. */
const FEED_PATH =
  /(?:^|\/)(?:rss\d?|atom|feeds?|rdf)(?:\.(?:xml|php|aspx?|json|rdf))?\/?$|\.(?:rss|atom|rdf)$/i;
const FEED_QUERY = /(?:^|&)feed=(?:rss2?|atom|rdf)(?:&|$)/i;
const FEED_TEXT = /^(?:rss|atom|rss\s*2\.0|(?:rss|atom|xml|json|web)[\s-]*feeds?)$/i;
const COMMENTS = /comment|kommentar|commentaire|comentario/i;

function kindBySound(url: string): CandidateKind {
  const { pathname, search } = new URL(url);
  const end = `${pathname.slice(-40)}${search.slice(0, 40)}`.toLowerCase();
  if (end.includes('atom')) return 'atom';
  if (end.includes('.json')) return 'json';
  return /rss|rdf/.test(end) ? 'rss' : 'unknown';
}

/** On another site only a host or a file for feeds will do: `/feed` there is as often a sharing form. */
const soundsForeign = ({ hostname, pathname }: URL) =>
  /^(?:feeds?|rss)\d*\./.test(hostname) || /\.(?:rss|atom|rdf|xml)$/i.test(pathname.slice(-100));

const soundsLikeFeed = ({ pathname, search }: URL) =>
  FEED_PATH.test(pathname.slice(-100)) || FEED_QUERY.test(search.slice(1, 500));

function fromLink(link: LinkElement, base: string): FeedCandidate | null {
  const url = feedAddress(link.href, base);
  if (!url) return null;
  const found = { url, title: link.title, by: 'link' } as const;
  if (link.rel.has('sitemap')) return { ...found, kind: 'sitemap' };
  if (!link.rel.has('alternate') && !link.rel.has('feed')) return null;
  const kind = TYPES.get(link.type);
  if (kind) return { ...found, kind: kind === 'unknown' ? kindBySound(url) : kind };
  // JSON Feed 1.0 was served as plain JSON, and so is much that is no feed.
  const isFeed = link.rel.has('feed') || soundsLikeFeed(new URL(url));
  if (link.type === 'application/json') return isFeed ? { ...found, kind: 'json' } : null;
  return link.type === '' && isFeed ? { ...found, kind: kindBySound(url) } : null;
}

function fromAnchor(anchor: Anchor, base: string, site: URL): FeedCandidate | null {
  const url = feedAddress(anchor.href, base);
  if (!url) return null;
  const address = new URL(url);
  const sounds = soundsLikeFeed(address) && (sameSite(address, site) || soundsForeign(address));
  const named = FEED_TEXT.test(anchor.text) || /^\s*feed:/i.test(anchor.href);
  if (!named && !sounds) return null;
  return { url, title: anchor.text || null, kind: kindBySound(url), by: 'anchor' };
}

const isComments = ({ url, title }: FeedCandidate) =>
  COMMENTS.test(title ?? '') || COMMENTS.test(new URL(url).pathname.slice(-200));

/**
 * Where a page's feeds may be, the likeliest first: what it declares (`<link rel=alternate>`, RSS
 * Advisory Board's autodiscovery), what it links to and sounds like a feed, then guesses, which are
 * marked as such. Feeds of comments come last of all.
 *
 * @param html of any quality; linear in its length
 * @param url of the page, absolute
 */
export function discoverFeeds(html: string, url: string): FeedCandidate[] {
  const page = scanPage(html);
  const base = baseOf(page, url);
  const site = new URL(url);
  const found = [
    ...page.links.map((link) => fromLink(link, base)),
    ...page.anchors.map((anchor) => fromAnchor(anchor, base, site)),
    ...wellKnownFeeds(url),
  ].filter((candidate) => candidate !== null);
  const byId = new Map<string, FeedCandidate>();
  for (const candidate of found) {
    const id = normaliseUrl(candidate.url) ?? candidate.url;
    if (!byId.has(id)) byId.set(id, candidate);
  }
  const all = [...byId.values()];
  const feeds = all.filter((candidate) => !isComments(candidate));
  return [...feeds, ...all.filter(isComments)].slice(0, MAX_CANDIDATES);
}
