import type {
  DraftItem,
  RawAtomEntry,
  RawAuthor,
  RawJsonItem,
  RawLink,
  RawRssItem,
  RawText,
} from './shapes.js';

const names = (authors: readonly RawAuthor[] = []) => authors.map((a) => a.name ?? a.email);
const textOf = (text: RawText | string | undefined) =>
  typeof text === 'string' ? text : text?.value;

/** The page among an entry's links: an alternate one, a web page before other types. */
export function pageLink(links: readonly RawLink[] = []): string | undefined {
  const alternates = links.filter((l) => l.href && (l.rel ?? 'alternate') === 'alternate');
  const page = alternates.find((l) => !l.type || /html/i.test(l.type)) ?? alternates[0];
  return page?.href;
}

/** RSS and RDF. A guid counts as address unless it says that it is none. */
export const fromRss = (item: RawRssItem): DraftItem => ({
  urls: [
    item.link,
    pageLink(item.atom?.links),
    item.guid?.isPermaLink === false ? undefined : item.guid?.value,
    item.rdf?.about,
  ],
  id: item.guid?.value ?? item.rdf?.about,
  title: item.title,
  dates: [item.pubDate, ...(item.dc?.dates ?? [])],
  authors: [...(item.dc?.creators ?? []), ...names(item.authors)],
  summary: item.description,
});

/** Atom. An id counts as address only when nothing links to a page. */
export const fromAtom = (entry: RawAtomEntry): DraftItem => ({
  urls: [pageLink(entry.links), entry.id],
  id: entry.id,
  title: textOf(entry.title),
  dates: [entry.published, entry.updated, ...(entry.dc?.dates ?? [])],
  authors: [...names(entry.authors), ...(entry.dc?.creators ?? [])],
  summary: textOf(entry.summary) ?? textOf(entry.content),
});

/** JSON Feed. */
export const fromJson = (item: RawJsonItem): DraftItem => ({
  urls: [item.url, item.external_url, item.id],
  id: item.id,
  title: item.title,
  dates: [item.date_published],
  authors: names(item.authors),
  summary: item.summary ?? item.content_text,
});
