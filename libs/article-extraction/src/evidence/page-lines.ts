import type { PageElement } from '../page/page-element.js';
import { isInline } from '../page/page-element.js';

/** A line as a reader sees it: text without a break by an element that is a block. */
export interface Line {
  /** As written, white space too; cut beyond {@link MAX_LINE}. */
  readonly text: string;
  /** The innermost element that the line's first text stands in. */
  readonly element: PageElement;
}

/** Lines that say when and by whom are short; a longer one is a paragraph and is kept cut. */
export const MAX_LINE = 300;
/** How many lines are read, from the page's top. */
const MAX_LINES = 4_000;

/**
 * Stands where one inline element ends and the next begins without a blank between them: to readers
 * these are apart by the page's style sheet ("Ann Lee", "2 January 2026").
 */
export const SEAM = '\u001f';
/** Inline elements that stand within words. */
const WITHIN_WORDS: ReadonlySet<string> = new Set(
  'b i em strong sup sub u s font wbr ruby rt'.split(' '),
);

/** The lines below an element in reading order, blank ones left out. */
export const readLines = (root: PageElement): Line[] => new LineReader().read(root);

/** How many lines around a headline it is told when and by whom: fewer above than below. */
export const LINES_ABOVE = 5;
export const LINES_BELOW = 14;
/** Elements before the headline that are looked through for the lines above it. */
const ELEMENTS_ABOVE = 150;

/** The lines beside a headline alone, at a cost that does not grow with the page. */
export function linesAround(root: PageElement, headline: PageElement): Line[] {
  let below = 0;
  const isDone = ({ element }: Line): boolean =>
    element.order >= headline.end && ++below >= LINES_BELOW;
  return new LineReader(headline.order - ELEMENTS_ABOVE, isDone).read(root);
}

class LineReader {
  private readonly lines: Line[] = [];
  private text = '';
  private first: PageElement | null = null;
  private isReached: boolean;
  private done = false;

  /**
   * @param from elements before this number are passed over
   * @param isDone told each line as it ends; true ends the reading
   */
  constructor(
    private readonly from = 0,
    private readonly isDone: (line: Line) => boolean = () => false,
  ) {
    this.isReached = from <= 0;
  }

  read(root: PageElement): Line[] {
    this.walk(root);
    this.end();
    return this.lines;
  }

  private walk(element: PageElement): void {
    if (element.order >= this.from) this.isReached = true;
    for (const child of element.children) {
      if (this.done) return;
      if (typeof child === 'string') this.add(child, element);
      else if (child.end > this.from) this.enter(child);
    }
  }

  private enter(child: PageElement): void {
    const { name } = child;
    // Fragments have their title beside their text.
    if (name === 'head' || name === 'title') return;
    if (WITHIN_WORDS.has(name)) this.walk(child);
    else if (isInline(name)) {
      if (child.children.length === 0) return;
      this.seam();
      this.walk(child);
      this.seam();
    } else {
      this.end();
      this.walk(child);
      this.end();
    }
  }

  private add(piece: string, element: PageElement): void {
    if (this.text === '') {
      if (!this.isReached || isBlank(piece)) return;
      this.first = element;
    }
    if (this.text.length <= MAX_LINE) this.text += piece.slice(0, MAX_LINE);
  }

  private seam(): void {
    if (this.text !== '' && !this.text.endsWith(SEAM)) this.text += SEAM;
  }

  private end(): void {
    const { text, first } = this;
    if (text === '' || first === null || this.done) return;
    const line = { text, element: first };
    this.lines.push(line);
    this.text = '';
    this.done = this.lines.length >= MAX_LINES || this.isDone(line);
  }
}

/** Mostly the first letter tells. */
const isBlank = (text: string): boolean => {
  const first = text.charCodeAt(0);
  return !(first > 0x20 && first < 0x80) && !/\S/.test(text);
};
