import type { Page, PageElement } from '../page/page-element.js';
import { sharedWords, wordsOf } from '../text/words.js';
import type { Heading } from './evidence.js';
import type { AuthorMark, DateMark } from './marks.js';
import { MarkGatherer } from './marks.js';
import type { Line } from './page-lines.js';
import { LINES_ABOVE, LINES_BELOW, linesAround, readLines } from './page-lines.js';

/** The lines of a part of a page, and what is marked as dates and authors in it, in the page's order. */
export interface Place {
  readonly lines: readonly Line[];
  readonly dates: readonly DateMark[];
  readonly authors: readonly AuthorMark[];
}

/** Where a page may say when its article was published, and by whom. */
export interface Places {
  /** What stands beside the headline; empty where there is no headline. */
  readonly near: Place;
  /** Where in `near.lines` the headline stands, or -1. */
  readonly headlineLine: number;
  /** The authors that attributes other than class names tell of, anywhere on the page. */
  readonly statedAuthors: readonly AuthorMark[];
  /** How many elements the page has. */
  readonly size: number;
  /** The whole page; read when first asked for, as what stands beside the headline mostly suffices. */
  all(): Place;
}

/** A title found among the lines has at least so many words, and shares so many of them. */
const MIN_WORDS = 4;
const MIN_SHARED = 0.8;

/** @param title the page's title, by which the headline is found where no heading is one */
export function readPlaces(
  page: Page,
  body: PageElement,
  stated: MarkGatherer,
  headline: Heading | null,
  title: string,
): Places {
  let whole: Place | undefined;
  const all = (): Place =>
    (whole ??= { lines: readLines(body), ...marksBetween(page, stated, 0, page.elements.length) });
  const isOnPage = headline !== null && headline.element.name !== 'meta';
  const lines = isOnPage ? linesAround(body, headline.element) : all().lines;
  const at = isOnPage
    ? lines.findIndex(({ element }) => headline.element.contains(element))
    : lineOf(title, lines);
  const near = at === -1 ? [] : lines.slice(Math.max(0, at - LINES_ABOVE), at + LINES_BELOW + 1);
  const from = near[0]?.element.order ?? 0;
  const to = near.at(-1)?.element.order ?? -1;
  return {
    near: { lines: near, ...marksBetween(page, stated, from, to + 1) },
    headlineLine: at === -1 ? -1 : Math.min(at, LINES_ABOVE),
    statedAuthors: stated.authors,
    size: page.elements.length,
    all,
  };
}

function lineOf(title: string, lines: readonly Line[]): number {
  const words = wordsOf(title);
  if (words.length < MIN_WORDS) return -1;
  return lines.findIndex(({ text }) => {
    if (text.length < title.length / 2 || text.length > 2 * title.length) return false;
    return sharedWords(wordsOf(text), words) > MIN_SHARED;
  });
}

/** The marks of the elements numbered `from` to before `to`: stated ones, and those by class names. */
function marksBetween(
  page: Page,
  stated: MarkGatherer,
  from: number,
  to: number,
): Pick<Place, 'dates' | 'authors'> {
  const isWithin = ({ element }: { readonly element: PageElement }): boolean =>
    element.order >= from && element.order < to;
  const [dates, authors] = [stated.dates.filter(isWithin), stated.authors.filter(isWithin)];
  const isStated = new Set([...dates, ...authors].map(({ element }) => element));
  const named = new MarkGatherer();
  for (let order = from; order < to; order++) {
    const element = page.elements[order];
    if (element !== undefined && !isStated.has(element)) named.addNamed(element);
  }
  return { dates: inOrder(dates, named.dates), authors: inOrder(authors, named.authors) };
}

const inOrder = <M extends DateMark | AuthorMark>(a: readonly M[], b: readonly M[]): M[] =>
  [...a, ...b].sort((one, other) => one.element.order - other.element.order);
