/** How far a search has looked along its order, and what it met. */
export interface Looked {
  readonly rows: number;
  readonly found: number;
}

/** How many there are, as the planner's statistics have it. */
export interface Estimate {
  /** Rows of the table. */
  readonly total: number;
  /** Rows that a look-up of all matches fetches. */
  readonly candidates: number;
}

/** A window is so much longer than what would hold the page if matches were spread evenly. */
const SPARE = 1.5;
/** Rows of a window, which two indexes tell apart, cost together as much as fetching one row of it. */
const ROWS_PER_FETCH = 30;
/** Each window is at least, and where little was met at most, so many times as long as what was looked at before. */
const GROWTH = { least: 4, most: 10 };
/** Fewer matches say little of how far others are: reports of one event come together. */
const TELLING = 5;

/**
 * How many rows to look at next, from the order's beginning on; null: all matches at once are cheaper. Fetching all
 * is dear where they are many, a window long enough where they are few.
 *
 * @param wanted matches that fill the page
 */
export function nextWindow(
  { rows, found }: Looked,
  wanted: number,
  { total, candidates }: Estimate,
): number | null {
  const reach = found > 0 ? (SPARE * wanted * rows) / found : Infinity;
  const most = found < TELLING ? GROWTH.most * rows : Infinity;
  const window = Math.ceil(Math.max(Math.min(reach, most), GROWTH.least * rows));
  const cost = window / ROWS_PER_FETCH + (candidates * window) / total;
  return window < total && cost < candidates ? window : null;
}
