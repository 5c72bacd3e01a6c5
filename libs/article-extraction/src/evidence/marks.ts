import type { PageElement } from '../page/page-element.js';
import { readLines, SEAM } from './page-lines.js';

/** An element that the page's mark-up calls a date. */
export interface DateMark {
  readonly element: PageElement;
  /** `property`: by itemprop, property or `pubdate`; `time`: a time element; `name`: by its class or id. */
  readonly by: 'property' | 'time' | 'name';
  readonly kind: 'published' | 'modified' | 'unknown';
  /** The machine-readable value, or an empty text. */
  readonly value: string;
  /** What readers see, its parts joined by {@link SEAM}. */
  readonly text: string;
}

/** An element that the page's mark-up calls an author or a byline. */
export interface AuthorMark {
  readonly element: PageElement;
  /** `property`: by itemprop, rel or property; `author` and `byline`: by its class or id. */
  readonly by: 'property' | 'author' | 'byline';
  readonly text: string;
}

const MAX_MARKS = 300;
/** Decimal digits of all scripts, and letters of some. */
const DIGIT = /[\d\u0660-\uff19]/;
const MAX_DESCENDANTS = 30;
const MAX_TEXT = 160;
/** Longer lists of class names say no more. */
const MAX_NAMES = 200;

const DATE_NAME = /date|time|publi|posted|datum|fecha|byline|meta|zeit|\bdat[ao]\b|stamp/i;
const MODIFIED_NAME = /updat|modif|edited|aktuali|changed|actuali|atuali/i;
const PUBLISHED_NAME = /publi|posted|pubdate|created|entry-?date|post-?date|article-?date/i;
const AUTHOR_NAME = /author|autor|auteur|verfasser|writer|\bfn\b/i;
const BYLINE_NAME = /byline|by-line|signature|\bby\b|posted-by|credit-?line/i;
const NOT_A_DATE = /update[sr]|candidate|mandate|runtime|times?-?(?:logo|square)|metal/i;

/** What the names of an element call it. */
interface Naming {
  readonly isDate: boolean;
  readonly author: 'author' | 'byline' | null;
}

/**
 * Gathers the elements marked as dates and authors. What property, time and link elements say is asked of
 * every element; class names, which are many and say less, only where the article's data are looked for.
 */
export class MarkGatherer {
  readonly dates: DateMark[] = [];
  readonly authors: AuthorMark[] = [];
  /** Pages repeat their class names: each is looked at once. */
  private readonly known = new Map<string, Naming>();

  /**
   * Adds an element whose own attributes, its class aside, make it a mark.
   * @param property its `itemprop` or `property`, or an empty text
   */
  addStated(element: PageElement, property: string): void {
    const { attributes, name } = element;
    if (property === '' && name !== 'time' && name !== 'a') return;
    // Elements with more below them are containers: what stands in them may belong to anything.
    if (element.end - element.order > MAX_DESCENDANTS) return;
    if (property !== '' && this.addProperty(element, property.toLowerCase())) return;
    if (name === 'time') {
      this.addDate(element, attributes.has('pubdate') ? 'property' : 'time', element.get('class'));
    } else if (name === 'a' && /\bauthor\b/.test(attributes.get('rel') ?? '')) {
      this.addAuthor(element, 'property');
    }
  }

  /** Adds an element whose class or id calls it a date or an author. */
  addNamed(element: PageElement): void {
    if (element.children.length === 0 || element.end - element.order > MAX_DESCENDANTS) return;
    for (const attribute of ['class', 'id']) {
      const names = element.attributes.get(attribute);
      if (names === undefined) continue;
      const { isDate, author } = this.naming(names);
      if (isDate) this.addDate(element, 'name', names);
      if (author !== null) this.addAuthor(element, author);
    }
  }

  private addProperty(element: PageElement, property: string): boolean {
    if (/date|published|issued|created|modified/.test(property)) {
      this.addDate(element, 'property', property);
      return true;
    }
    if (/\b(?:author|creator)\b/.test(property)) {
      this.addAuthor(element, 'property');
      return true;
    }
    return false;
  }

  private addDate(element: PageElement, by: DateMark['by'], names: string): void {
    if (this.dates.length >= MAX_MARKS) return;
    const value = machineValue(element);
    const text = markText(element);
    // Without a digit in it, it is a label.
    if (!DIGIT.test(value) && !DIGIT.test(text)) return;
    this.dates.push({ element, by, kind: kindOf(by, names), value, text });
  }

  private addAuthor(element: PageElement, by: AuthorMark['by']): void {
    if (this.authors.length >= MAX_MARKS) return;
    const text = element.get('content').slice(0, MAX_TEXT).trim() || markText(element);
    if (text !== '') this.authors.push({ element, by, text });
  }

  private naming(all: string): Naming {
    const names = all.length > MAX_NAMES ? all.slice(0, MAX_NAMES) : all;
    let naming = this.known.get(names);
    if (naming === undefined) {
      const isDate = DATE_NAME.test(names) && !NOT_A_DATE.test(names);
      const isByline = BYLINE_NAME.test(names) ? 'byline' : null;
      naming = { isDate, author: AUTHOR_NAME.test(names) ? 'author' : isByline };
      this.known.set(names, naming);
    }
    return naming;
  }
}

/** Themes write "published updated" on the one date of an article that was never changed. */
function kindOf(by: DateMark['by'], names: string): DateMark['kind'] {
  if (PUBLISHED_NAME.test(names)) return 'published';
  if (MODIFIED_NAME.test(names)) return 'modified';
  return by === 'property' ? 'published' : 'unknown';
}

const MACHINE = [
  'datetime',
  'content',
  'data-datetime',
  'data-date',
  'data-published',
  'data-timestamp',
];

function machineValue(element: PageElement): string {
  for (const attribute of MACHINE) {
    const value = element.get(attribute);
    if (value !== '') return value.slice(0, MAX_TEXT).trim();
  }
  return element.name === 'abbr' || element.name === 'time' || element.name === 'span'
    ? element.get('title').slice(0, MAX_TEXT).trim()
    : '';
}

function markText(element: PageElement): string {
  const text = readLines(element)
    .map((line) => line.text)
    .join(SEAM);
  return text.length <= MAX_TEXT ? text : '';
}
