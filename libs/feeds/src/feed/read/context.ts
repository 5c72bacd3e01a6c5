import { isElement, ownText, type Attributes, type XmlElement } from '../xml/element.js';
import { unmangled } from './mangled.js';
import type { Person, Section } from './section.js';

/** What a whole document is, and what has been read of it. */
export interface Document {
  readonly handlers: ReadonlyMap<string, Handler>;
  /** In feedparser's words: `rss20`, `atom10`, …; `''` when unknown. */
  readonly version: string;
  readonly feed: Section;
  readonly entries: Section[];
  readonly maxEntries: number;
  /** Whether there were more entries than that. */
  truncated: boolean;
}

/** Where in a document an element stands. */
export interface Context {
  readonly document: Document;
  /** The part that it tells of. */
  readonly section: Section;
  /** Whom a name or an address within is of. */
  readonly person: { readonly role: 'author' | 'contributor' | 'publisher'; of: Person } | null;
  /** Elements open, itself included. */
  readonly depth: number;
}

/** Reads one element. */
export type Handler = (element: XmlElement, context: Context) => void;

/** Handlers by element name. */
export type Handlers = Readonly<Record<string, Handler>>;

/** The element's own text, mended. */
export const textIn = (element: XmlElement): string => unmangled(ownText(element));

/** Its attributes, namespace declarations left out, to be changed freely. */
export function attributesOf({ attributes }: { readonly attributes: Attributes }) {
  return new Map([...attributes].filter(([name]) => !/^xmlns(?::|$)/.test(name)));
}

export const childrenOf = (element: XmlElement) => element.children.filter(isElement);

/** Keeps a plain value of the section. */
export function keep({ section, depth }: Context, name: string, value: string): void {
  if (section.yields(name, depth)) section.values.set(name, value);
}
