import { parseJsonFeed } from 'feedsmith';
import { cleanHtml, first, htmlOfPlain, plainText, unique, webUrl } from './clean.js';
import { feedDate } from './date.js';
import { FeedError, type FeedDocument, type FeedLimits, type ParsedItem } from './model.js';
import { NO_HINTS } from './poll-hints.js';

type JsonFeed = ReturnType<typeof parseJsonFeed>;
type JsonItem = NonNullable<JsonFeed['items']>[number];
type JsonAuthors = JsonItem['authors'];

function parsed(text: string, maxItems: number): JsonFeed {
  try {
    return parseJsonFeed(text, { maxItems: maxItems + 1 });
  } catch (cause) {
    throw new FeedError('ERR_FEED_UNRECOGNISED', 'This is no JSON Feed.', { cause });
  }
}

const names = (authors: JsonAuthors, maxChars: number) =>
  unique((authors ?? []).map(({ name, url }) => plainText(name || url, maxChars)));

const date = (told: unknown) => (typeof told === 'string' ? feedDate(told) : null);

function itemOf(item: JsonItem, base: string | undefined, maxChars: number): ParsedItem | null {
  const enclosures = (item.attachments ?? []).flatMap(({ url, mime_type: type, size_in_bytes }) => {
    const address = webUrl(url, base);
    return address === null
      ? []
      : [{ url: address, type: type ?? null, length: size_in_bytes ?? null }];
  });
  // Only a link may be relative: an id resolved against the feed would invent an address.
  const url =
    first([item.url, item.external_url], (reference) => webUrl(reference, base)) ??
    webUrl(item.id, undefined);
  if (url === null || enclosures.some((file) => file.url === url)) return null;
  const html = item.content_html;
  const plain = item.summary ?? (html ? undefined : item.content_text);
  return {
    url,
    id: plainText(item.id, maxChars),
    title: plainText(item.title, maxChars),
    publishedAt: first([item.date_published, item.date_modified], date),
    updatedAt: date(item.date_modified),
    authors: names(item.authors, maxChars),
    tags: unique((item.tags ?? []).map((tag) => plainText(tag, maxChars))),
    enclosures,
    summary: plain ? htmlOfPlain(plain, maxChars) : cleanHtml(html ?? '', base ?? '', maxChars),
  };
}

/**
 * Reads a JSON Feed.
 *
 * @throws FeedError ERR_FEED_UNRECOGNISED
 */
export function readJsonFeed(
  text: string,
  base: string | undefined,
  encoding: string,
  { maxItems, maxTextChars }: FeedLimits,
): FeedDocument {
  const feed = parsed(text, maxItems);
  const within = (feed.items ?? []).slice(0, maxItems);
  const items = within
    .map((item) => itemOf(item, base, maxTextChars))
    .filter((item) => item !== null);
  return {
    kind: 'json',
    version: 'json',
    title: plainText(feed.title, maxTextChars),
    siteUrl: webUrl(feed.home_page_url, base),
    language: plainText(feed.language, maxTextChars),
    encoding,
    pollHints: NO_HINTS,
    items,
    itemsWithoutUrl: within.length - items.length,
    truncated: (feed.items?.length ?? 0) > maxItems,
    repaired: false,
  };
}
