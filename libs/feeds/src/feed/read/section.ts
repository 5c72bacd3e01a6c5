import type { Attributes } from '../xml/element.js';

/** A text that says how it is to be read. */
export interface TextConstruct {
  /** As carried: not made safe, see `renderHtml`. */
  readonly value: string;
  /** Media type, in lower case. */
  readonly type: string;
  readonly language: string | null;
  /** What relative references within are taken against. */
  readonly base: string;
  /** Where the content is instead, for content that is not carried along. */
  readonly src: string | null;
}

/** Someone who wrote, contributed or published. */
export interface Person {
  name?: string;
  email?: string;
  href?: string;
}

export interface Tag {
  term: string | null;
  readonly scheme: string | null;
  readonly label: string | null;
}

/** A link with whatever attributes it carries; `rel` and `href` are the ones that always count. */
export type Link = Map<string, string>;

/** The identifier of an entry or feed. */
export interface Identifier {
  /** As written. */
  readonly value: string;
  readonly base: string;
  /** Whether it says, or does not deny, that it is an address. */
  readonly isPermalink: boolean;
}

export type TextName = 'title' | 'subtitle' | 'summary' | 'rights' | 'info';
export type SectionKind = 'feed' | 'entry' | 'source' | 'image' | 'textinput';

/** A place in space, as GeoRSS and GML tell it: `coordinates` are longitude before latitude. */
export interface Where {
  type?: string;
  coordinates?: unknown;
  srsName?: string | null;
  srsDimension?: number;
}

/** Tags of one section; those beyond are left out. */
const MAX_TAGS = 256;

/** What one part of a document (the feed, an entry, its source) says, in terms all formats share. */
export class Section {
  readonly kind: SectionKind;
  readonly texts = new Map<TextName, TextConstruct>();
  /** Whether the summary is only a copy of the content. */
  summaryIsCopy = false;
  readonly contents: TextConstruct[] = [];
  id: Identifier | null = null;
  /** What an RDF item is about. */
  about: string | null = null;
  /** Whether nothing but the identifier gives the address. */
  idIsLink: boolean | null = null;
  /** The page, when a link names one. */
  link: string | null = null;
  readonly links: Link[] = [];
  readonly authors: Person[] = [];
  /** The one author that is told in most detail. */
  authorDetail: Person | null = null;
  /** The author in one line, `name (address)`. */
  author: string | null = null;
  readonly contributors: Person[] = [];
  publisher: string | null = null;
  publisherDetail: Person | null = null;
  tags: Tag[] | null = null;
  /** Elements of text alone, dates as written among them, by name. */
  readonly values = new Map<string, string>();
  /** Elements that say what they say in attributes, by name. */
  readonly groups = new Map<string, Attributes>();
  /** The same for elements that may be repeated. */
  readonly lists = new Map<string, Map<string, string>[]>();
  readonly skips = { hours: [] as string[], days: [] as string[] };
  where: Where | null = null;
  source: Section | null = null;
  image: Section | null = null;
  textInput: Section | null = null;
  /** Depth of the title that counts; deeper ones are of something within. -1 before there is one. */
  titleDepth = -1;
  private readonly depths = new Map<string, number>();

  constructor(kind: SectionKind) {
    this.kind = kind;
  }

  /** Of an entry's values that are told more than once, the outermost counts; of equals the last. */
  yields(name: string, depth: number): boolean {
    if (this.kind !== 'entry') return true;
    const known = this.depths.get(name);
    if (known !== undefined && depth > known) return false;
    this.depths.set(name, depth);
    return true;
  }

  /** Adds a tag once. */
  tag(term: string | null, scheme: string | null, label: string | null): void {
    this.tags ??= [];
    if ((!term && !scheme && !label) || this.tags.length >= MAX_TAGS) return;
    const same = (t: Tag) => t.term === term && t.scheme === scheme && t.label === label;
    if (!this.tags.some(same)) this.tags.push({ term, scheme, label });
  }

  /** Adds to the list of a repeatable element. */
  list(name: string, attributes: Map<string, string>): void {
    const known = this.lists.get(name);
    if (known) known.push(attributes);
    else this.lists.set(name, [attributes]);
  }
}
