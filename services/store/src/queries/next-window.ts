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
  /** Rows that the fullest of the indexes lists for it: these are met with each other before any row is fetched. */
  readonly listed: number;
}

/** What a walk looks at for each row: the index alone, the row, or also the words beside it. */
export type Walked = 'index' | 'row' | 'words';

/** How far to look next, and whether row by row or by meeting two indexes with each other. */
export interface Next {
  readonly rows: number;
  readonly by: 'walk' | 'window';
}

/** A window is so much longer than what would hold the page if matches were spread evenly. */
const SPARE = 1.5;
/** Each window is at least, and where little was met at most, so many times as long as what was looked at before. */
const GROWTH = { least: 4, most: 10 };
/** Fewer matches say little of how far others are: reports of one event come together. */
const TELLING = 5;

/**
 * What things cost, against fetching one row by its place: 3 µs, measured with a million incidents in memory. Of a
 * window the end is counted off and the order's index met with another, in which every match is listed.
 */
const WALKED: Readonly<Record<Walked, number>> = { index: 0.1, row: 0.4, words: 2 };
const COUNTED = 1 / 8;
const LISTED = 1 / 20;

/**
 * How many rows to look at next, from the order's beginning on; null: all matches at once are cheaper. Fetching all
 * is dear where they are many, a window long enough where they are few, and a walk is cheapest for the most common.
 *
 * @param wanted matches that fill the page
 */
export function nextWindow(
  { rows, found }: Looked,
  wanted: number,
  { total, candidates, listed }: Estimate,
  walked: Walked,
): Next | null {
  const reach = found > 0 ? (SPARE * wanted * rows) / found : Infinity;
  const most = found < TELLING ? GROWTH.most * rows : Infinity;
  const next = Math.ceil(Math.max(Math.min(reach, most), GROWTH.least * rows));
  const walk = next * WALKED[walked];
  const window = next * COUNTED + (listed * next) / total + listed * LISTED;
  const whole = candidates + listed * LISTED;
  if (next >= total || Math.min(walk, window) >= whole) return null;
  return { rows: next, by: walk < window ? 'walk' : 'window' };
}
