/** How far a search has looked along its order, and what it met. */
export interface Looked {
  readonly rows: number;
  readonly found: number;
  /** Rows that the next look passes over: it begins where the last window ended, or where a walk did. */
  readonly passed: number;
}

/** How many there are, as the planner's statistics have it. */
export interface Estimate {
  /** Rows of the table. */
  readonly total: number;
  /** Rows that a look-up of all matches fetches. */
  readonly candidates: number;
  /** Rows that the fullest of the indexes lists for it: these are met with each other before any row is fetched. */
  readonly listed: number;
  /** Whether each candidate's words must be read: no index knows whether they stand together, or among the actors. */
  readonly reread: boolean;
  /** What it would cost to fetch all that the lists of a window hold, against rows fetched by their places. */
  readonly fetching: number;
  /**
   * What windows meet their lists with: the order's index, lists read whole, or spans of time in the lists' own index,
   * which read as far as the window goes; but beginnings of words are `gathered` whole before.
   */
  readonly window: 'order' | 'spans' | 'gathered';
}

/** What a walk looks at for each row: the index alone, the row, or also the words beside it. */
export type Walked = 'index' | 'row' | 'words';

/** How far to look next, and whether row by row or by meeting two indexes with each other. */
export interface Next {
  readonly rows: number;
  readonly by: 'walk' | 'window';
}

/** A window reaches so much further than what would hold the page if matches were spread evenly. */
const SPARE = 1.5;
/** Each look reaches at least, and where little was met at most, so many times as far as the one before. */
const GROWTH = { least: 2, order: 10, spans: 4, gathered: 10 };
/** Fewer matches say little of how far others are: reports of one event come together. */
const TELLING = 5;

/**
 * What things cost, against fetching one row by its place: 3 µs, measured with a million incidents in memory. Of a
 * window the end is counted off and the order's index met with another, in which every match is listed.
 */
const WALKED: Readonly<Record<Walked, number>> = { index: 0.1, row: 0.4, words: 2 };
const COUNTED = 1 / 8;
const SPANNED = 1 / 40;
const LISTED = 1 / 20;
/** Of a window by spans alone: the statement, and the beginnings of its lists. */
const OPENED = 100;
/** What is left is looked up at once where it is worth no more such windows. */
const WORTHWHILE = 4;
export const REREAD = 2.5;

/**
 * How many rows to look at next, from the order's beginning on; null: all matches at once are cheaper. Fetching all
 * is dear where they are many, a window long enough where they are few, and a walk is cheapest for the most common.
 *
 * @param wanted matches that fill the page
 */
export function nextWindow(
  looked: Looked,
  wanted: number,
  estimate: Estimate,
  walked: Walked,
): Next | null {
  if (estimate.total <= 0) return null;
  const next = reachOf(looked, wanted, estimate);
  return estimate.window === 'order'
    ? nextCounted(next, looked, estimate, walked)
    : nextSpanned(next, looked, estimate, walked);
}

function nextCounted(
  next: number,
  { passed }: Looked,
  estimate: Estimate,
  walked: Walked,
): Next | null {
  const { total, fetching } = estimate;
  const listing = entriesOf(estimate) * LISTED;
  const each = COUNTED + fetching / total;
  const walk = (next - passed) * WALKED[walked];
  const window = (next - passed) * each + listing;
  const whole = wholeOf(estimate) + listing;
  if (next >= total || Math.min(walk, window) >= whole) return null;
  if (walk < window) return { rows: next, by: 'walk' };
  // Lists are read whole for however short a window: it may as well be as long as costs the same again.
  const worth = Math.max(next, passed + Math.ceil(listing / each));
  return worth < total ? { rows: worth, by: 'window' } : null;
}

/** A window costs little but for its length: rather several than one that is too long. */
function nextSpanned(
  reach: number,
  { rows, found, passed }: Looked,
  estimate: Estimate,
  walked: Walked,
): Next | null {
  const { total, fetching, window } = estimate;
  const listing = entriesOf(estimate) * LISTED;
  const opening = window === 'spans' ? OPENED : listing;
  const each = SPANNED + fetching / total;
  const met = rows > 0 ? (found / rows) * total : 0;
  const whole = Math.max(met, wholeOf(estimate)) + listing;
  const left = total - passed;
  const next = Math.min(Math.max(reach, passed + opening / each), passed + left / 2);
  const walk = (reach - passed) * WALKED[walked];
  const cost = opening + (next - passed) * each;
  if (left * each > WORTHWHILE * opening && Math.min(walk, cost) < whole) {
    return walk < cost ? { rows: reach, by: 'walk' } : { rows: Math.ceil(next), by: 'window' };
  }
  // The planner takes filters for independent, and those that go together have far more matches than it believes.
  const tried = (whole / 2 - opening) / each;
  return passed === 0 && tried * each > opening && tried < left / 2
    ? { rows: Math.ceil(tried), by: 'window' }
    : null;
}

const wholeOf = ({ candidates, reread }: Estimate): number =>
  reread ? REREAD * candidates : candidates;

/** How far the page should reach, by what was met; before anything was, by what the planner believes. */
function reachOf(
  { rows, found }: Looked,
  wanted: number,
  { total, candidates, window }: Estimate,
): number {
  if (rows === 0) return Math.ceil((SPARE * wanted * total) / candidates);
  const reach = found > 0 ? (SPARE * wanted * rows) / found : Infinity;
  const most = found < TELLING ? GROWTH[window] * rows : Infinity;
  return Math.ceil(Math.max(Math.min(reach, most), GROWTH.least * rows));
}

/**
 * How many entries the lists have that are met with each other. Of words that must stand together the planner tells how
 * many rows hold all, as if each came by itself: two of them have lists of about this length.
 */
const entriesOf = ({ total, candidates, listed, reread }: Estimate): number =>
  reread ? Math.max(listed, 2 * Math.sqrt(candidates * total)) : listed;
