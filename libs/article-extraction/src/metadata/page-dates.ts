import type { PageElement } from '../page/page-element.js';
import type { Evidence } from '../evidence/evidence.js';
import type { DateMark } from '../evidence/marks.js';
import type { Line } from '../evidence/page-lines.js';
import { oneLine } from '../text/whitespace.js';
import type { DateCandidate, DateSource } from './date-candidates.js';
import { WEIGHTS } from './date-candidates.js';
import { labelOf } from './date-names.js';

import type { DateStyle, FoundDate } from './find-dates.js';
import { findDates } from './find-dates.js';
import { Margins } from './margins.js';
import { parseDate } from './parse-date.js';
import { relativeDate } from './relative-date.js';

/** A line that carries a date is short; longer ones tell of dates. */
const MAX_LINE = 120;
/** A line that is but a date with its time, its label and the author's name. */
const MAX_BARE = 70;
/** A paragraph may begin with place and date. */
const MAX_DATELINE = 50;
/** A date that its line calls the publication's says more than one that is not called anything. */
const LABELLED = 1.1;
/** How many dated lines and marks of a page are looked at where its headline has none. */
const MAX_FAR = 60;
/** Decimal digits stand in this range, and letters too; what has none of it holds no date. */
const DIGIT = /[\d\u0660-\uff19]/;

interface Placed {
  readonly order: number;
  readonly candidates: readonly DateCandidate[];
}

/** The dates that a page shows in its body, told apart by where they stand. */
export class PageDates {
  private readonly margins: Margins;
  private readonly known = new Map<string, readonly FoundDate[]>();

  constructor(
    private readonly evidence: Evidence,
    private readonly style: DateStyle,
    private readonly fetchedAt?: number,
  ) {
    const headline = evidence.near.lines[evidence.headlineLine];
    this.margins = new Margins(evidence.size, headline?.element ?? null);
  }

  /** Those beside the headline, in the page's order. */
  near(): DateCandidate[] {
    const { near, headlineLine } = this.evidence;
    const marks = near.dates.map((mark) =>
      this.ofMark(mark, mark.by === 'property' ? 'property' : 'visible', true),
    );
    const lines = near.lines.filter((_, index) => index !== headlineLine);
    const placed = [...marks, ...lines.flatMap((line) => this.ofLine(line, true))];
    const headline = near.lines[headlineLine]?.element.order ?? 0;
    return inOrder(placed.map((each) => (each.order < headline ? aboveHeadline(each) : each)));
  }

  /** All others. */
  far(): DateCandidate[] {
    const { near, headlineLine } = this.evidence;
    const { lines, dates } = this.evidence.all();
    const first = near.lines[0]?.element.order ?? Infinity;
    const last = near.lines.at(-1)?.element.order ?? -1;
    const isFar = ({ element }: { readonly element: PageElement }): boolean =>
      element.order < first || element.order > last;
    const source = (mark: DateMark): DateSource =>
      mark.by === 'property' && headlineLine === -1 ? 'property' : 'marked';
    const marks = dates
      .filter(isFar)
      .slice(0, MAX_FAR)
      .map((mark) => this.ofMark(mark, source(mark), false));
    const shown: Placed[] = [];
    for (const line of lines) {
      if (shown.length >= MAX_FAR) break;
      if (isFar(line)) shown.push(...this.ofLine(line, false));
    }
    return inOrder([...marks, ...shown]);
  }

  private ofMark(mark: DateMark, inBody: DateSource, isNear: boolean): Placed {
    const machine = mark.value === '' ? null : parseDate(mark.value, this.style);
    const found = this.datesIn(mark.text);
    if (machine === null && found.length === 0) return { order: 0, candidates: [] };
    const source = this.margins.has(mark.element, isNear) ? 'margin' : inBody;
    const candidates = found.map((each) => candidateOf(each, mark.text, source, mark.kind));
    if (machine !== null) {
      const kind = mark.kind === 'unknown' ? labelOf(mark.text) : mark.kind;
      const weight = WEIGHTS[source];
      candidates.unshift({ date: machine, otherwise: null, source, kind, weight });
    }
    return { order: mark.element.order, candidates };
  }

  private ofLine(line: Line, isNear: boolean): Placed[] {
    const isLong = line.text.length > 2 * MAX_LINE;
    if (isLong && !isNear) return [];
    const raw = isLong ? line.text.slice(0, MAX_LINE) : line.text;
    if (!DIGIT.test(raw) && (!isNear || this.fetchedAt === undefined)) return [];
    const text = oneLine(raw);
    const isParagraph = isLong || text.length > MAX_LINE;
    if (isParagraph && !isNear) return [];
    const found = this.datesIn(isParagraph ? text.slice(0, MAX_DATELINE) : text);
    const distance = found.length === 0 && isNear ? this.distanceIn(text) : null;
    if (found.length === 0 && distance === null) return [];
    const inBody = isNear && !isParagraph ? 'visible' : 'text';
    const source = this.margins.has(line.element, isNear) ? 'margin' : inBody;
    // In a line of more words the date is part of what is told.
    const share = source === 'visible' && text.length > MAX_BARE ? 0.5 : 1;
    const candidates = (distance === null ? found : [distance])
      .map((each) => candidateOf(each, text, source, 'unknown'))
      .map((each) => ({ ...each, weight: share * each.weight }));
    return [{ order: line.element.order, candidates }];
  }

  /** "3 hours ago" says something where it is known when the page was fetched. */
  private distanceIn(text: string): FoundDate | null {
    const { style, fetchedAt } = this;
    if (fetchedAt === undefined) return null;
    const date = relativeDate(text, style.language ?? '', fetchedAt);
    return date === null ? null : { date, otherwise: null, index: text.length, after: '' };
  }

  /** Marks stand in one another, and in lines: each text is read once. */
  private datesIn(source: string): readonly FoundDate[] {
    const text = oneLine(source);
    let found = this.known.get(text);
    if (found === undefined) this.known.set(text, (found = findDates(text, this.style)));
    return found;
  }
}

function candidateOf(
  { date, otherwise, index, after }: FoundDate,
  text: string,
  source: DateSource,
  known: DateCandidate['kind'],
): DateCandidate {
  const kind = known === 'unknown' ? labelOf(text.slice(0, index), after) : known;
  const isLabelled = known === 'unknown' && kind === 'published' && source === 'visible';
  const weight = isLabelled ? LABELLED * WEIGHTS[source] : WEIGHTS[source];
  return { date, otherwise, source, kind, weight };
}

/** Above the headline stand the day of the visit and other articles' days too. */
const ABOVE = 0.85;
const aboveHeadline = ({ order, candidates }: Placed): Placed => ({
  order,
  candidates: candidates.map((each) => ({ ...each, weight: ABOVE * each.weight })),
});

const inOrder = (placed: readonly Placed[]): DateCandidate[] =>
  [...placed].sort((a, b) => a.order - b.order).flatMap(({ candidates }) => candidates);
