/** A child of an element: an element, or a run of text with its entities decoded. */
export type PageNode = PageElement | string;

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

/** One element of a page. Elements are numbered in document order, so that a subtree is a range. */
export class PageElement {
  readonly children: PageNode[] = [];
  /** One past the number of the last element of the subtree; set when the element is closed. */
  end: number;

  constructor(
    /** In lower case. */
    readonly name: string,
    readonly parent: PageElement | null,
    /** Its number: `page.elements[order]` is the element itself. */
    readonly order: number,
    readonly depth: number,
    readonly attributes: ReadonlyMap<string, string> = NO_ATTRIBUTES,
    /** Class names and id as words: lower case, parted by single blanks at case changes too, with blanks around. */
    readonly names = nameWords(attributes.get('class'), attributes.get('id')),
  ) {
    this.end = order + 1;
  }

  get(attribute: string): string {
    return this.attributes.get(attribute) ?? '';
  }

  contains(other: PageElement): boolean {
    return other.order >= this.order && other.order < this.end;
  }
}

/** Longer lists of class names say no more; the bound keeps the cost in proportion to the elements. */
const MAX_NAMES = 400;

/** Class names and an id as words; see `PageElement.names`. */
export function nameWords(classes = '', id = ''): string {
  if (classes === '' && id === '') return '';
  let names = id === '' ? classes : `${classes} ${id}`;
  if (names.length > MAX_NAMES) names = names.slice(0, MAX_NAMES);
  if (/[A-Z]/.test(names)) names = names.replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase();
  return ` ${names.replace(/[^a-z\d\u00aa-\uffff]+/g, ' ').trim()} `;
}

/** A page as a tree, with its structured data as text. */
export interface Page {
  readonly root: PageElement;
  /** All elements in document order; the root is the first. */
  readonly elements: readonly PageElement[];
  /** The contents of `application/ld+json` scripts, as written. */
  readonly structuredData: readonly string[];
}

/** The elements of a subtree that pass, in document order, the subtree's root included. */
export function* elementsIn(
  page: Page,
  root: PageElement,
  passes: (element: PageElement) => boolean,
): Generator<PageElement> {
  for (let order = root.order; order < root.end; order++) {
    const element = page.elements[order];
    if (element !== undefined && passes(element)) yield element;
  }
}

/**
 * All text of an element as it stands, blocks parted by a line feed, at most `limit` code units and a bit;
 * of no more than `limit` elements, as those without text cost too.
 */
export function textOf(element: PageElement, limit = Infinity): string {
  const parts: string[] = [];
  let [length, walked] = [0, 0];
  const add = (text: string): void => {
    parts.push(text);
    length += text.length;
  };
  const walk = (each: PageElement): void => {
    walked++;
    for (const child of each.children) {
      if (length > limit || walked > limit) return;
      if (typeof child === 'string') add(child);
      else if (isInline(child.name)) walk(child);
      else {
        add('\n');
        walk(child);
        add('\n');
      }
    }
  };
  walk(element);
  return parts.join('');
}

const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark meter nobr q rp rt ruby s samp ' +
    'small span strike strong sub sup time tt u var wbr img link meta picture source'
  ).split(' '),
);

/** Whether an element of that name runs on in its line; unknown ones do. */
export const isInline = (name: string): boolean => INLINE.has(name) || name.includes('-');
