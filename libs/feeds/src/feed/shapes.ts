/** What of the four formats' parsed trees we read; each part may be missing in a real feed. */
export interface RawAuthor {
  readonly name?: string;
  readonly email?: string;
}
export interface RawLink {
  readonly href?: string;
  readonly rel?: string;
  readonly type?: string;
}
export interface RawDublinCore {
  readonly creators?: readonly string[];
  readonly dates?: readonly string[];
}
export interface RawText {
  readonly value?: string;
}

/** An item of RSS or RDF. */
export interface RawRssItem {
  readonly title?: string;
  readonly link?: string;
  readonly description?: string;
  readonly pubDate?: string;
  readonly authors?: readonly RawAuthor[];
  readonly guid?: { readonly value?: string; readonly isPermaLink?: boolean };
  readonly dc?: RawDublinCore;
  readonly rdf?: { readonly about?: string };
  readonly atom?: { readonly links?: readonly RawLink[] };
}

/** An entry of Atom. */
export interface RawAtomEntry {
  readonly id?: string;
  readonly title?: RawText | string;
  readonly links?: readonly RawLink[];
  readonly published?: string;
  readonly updated?: string;
  readonly authors?: readonly RawAuthor[];
  readonly summary?: RawText | string;
  readonly content?: RawText | string;
  readonly dc?: RawDublinCore;
}

/** An item of JSON Feed. */
export interface RawJsonItem {
  readonly id?: string;
  readonly url?: string;
  readonly external_url?: string;
  readonly title?: string;
  readonly date_published?: string;
  readonly authors?: readonly RawAuthor[];
  readonly summary?: string;
  readonly content_text?: string;
}

/** One entry in the terms that all formats share, before it is cleaned. */
export interface DraftItem {
  /** Candidates in order of trust; the first that names a web page is taken. */
  readonly urls: readonly (string | undefined)[];
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly dates: readonly (string | undefined)[];
  readonly authors: readonly (string | undefined)[];
  readonly summary: string | undefined;
}
