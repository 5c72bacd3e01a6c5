/** Attributes by name in lower case; those of a known namespace carry its known prefix (`rdf:about`). */
export type Attributes = ReadonlyMap<string, string>;

/** One element of a feed with all that holds for it. */
export interface XmlElement {
  /** `local` for the formats' own elements, else `prefix_local`, in lower case: `dc_creator`. */
  readonly name: string;
  /** The name without its prefix, in lower case. */
  readonly local: string;
  /** Namespace as written, `''` when there is none. */
  readonly uri: string;
  readonly attributes: Attributes;
  /** In document order; neighbouring text is one string. */
  readonly children: (XmlElement | string)[];
  /** What its relative references are taken against: absolute, or `''` when nothing says. */
  readonly base: string;
  /** Of `xml:lang`, inherited; null when nothing says, or when it was revoked by an empty one. */
  readonly language: string | null;
}

export const isElement = (child: XmlElement | string): child is XmlElement =>
  typeof child !== 'string';

/** The element's own text, that of its children left out. */
export const ownText = (element: XmlElement): string =>
  element.children
    .filter((child) => typeof child === 'string')
    .join('')
    .trim();
