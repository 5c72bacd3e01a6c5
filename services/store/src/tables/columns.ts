/**
 * Rows turned into one array per column, as `unnest` takes them.
 * @param getters in the order of the statement's parameters
 */
export const columnsOf = <T>(
  rows: readonly T[],
  getters: readonly ((row: T) => unknown)[],
): unknown[][] => getters.map((get) => rows.map(get));

/**
 * JSON texts as one parameter, one a line: an array would have each of its quotation marks escaped, and read twice.
 * `jsonLines` makes rows of it.
 */
export const linesOf = (jsons: readonly string[]): string => jsons.join('\n');

/** An array of texts made of the lines of a parameter. */
export const jsonLines = (parameter: string): string =>
  `string_to_array(${parameter}::text, E'\\n')`;

/**
 * The row with the highest rank of each key, sorted by key: one upsert can't touch a row twice, and two
 * transactions that lock rows in one order can't deadlock.
 */
export function newestPerKey<T>(
  rows: readonly T[],
  key: (row: T) => string,
  rank: (row: T) => number,
): T[] {
  const newest = new Map<string, T>();
  for (const row of rows) {
    const rival = newest.get(key(row));
    if (rival === undefined || rank(rival) < rank(row)) newest.set(key(row), row);
  }
  return [...newest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
