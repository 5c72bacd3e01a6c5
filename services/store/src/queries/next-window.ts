/** How far a search has looked along its order, and what it met. */
export interface Looked {
  readonly rows: number;
  readonly found: number;
}

/** A window is so much longer than what would hold the page if matches were spread evenly. */
const SPARE = 1.3;
/** Rows of a window, which two indexes tell apart, cost together as much as fetching one row of it. */
const ROWS_PER_FETCH = 30;
/** A window that is little longer than what was looked at before is not worth a statement. */
const GROWTH = 4;

/**
 * How many rows to look at next, from the order's beginning on; null: all matches at once are cheaper. Fetching all
 * is dear where matches are common, a window long enough where they are rare.
 *
 * @param wanted matches that fill the page
 * @param total rows that there are, about
 */
export function nextWindow({ rows, found }: Looked, wanted: number, total: number): number | null {
  // Half a match where none was met: there may be some a little further.
  const density = Math.max(found, 0.5) / rows;
  const window = Math.max(Math.ceil((SPARE * wanted) / density), GROWTH * rows);
  return window < total && window < ROWS_PER_FETCH * density * total ? window : null;
}
