import { stringify } from 'csv-stringify/sync';

export type Cell = string | number | null;

/**
 * Rows as CSV (RFC 4180) with a header. A text that a spreadsheet would run as a formula gets an apostrophe
 * before it; numbers stay numbers.
 */
export const csv = (
  columns: readonly string[],
  rows: readonly Readonly<Record<string, Cell>>[],
): string =>
  stringify(
    rows.map((row) => columns.map((name) => inert(row[name] ?? null))),
    { header: true, columns: [...columns], escape_formulas: true, record_delimiter: 'windows' },
  );

/** White space and controls before a sign hide it from the library, not from every spreadsheet. */
const inert = (cell: Cell): Cell =>
  typeof cell === 'string' && /^[\s\p{Cc}\p{Cf}]+[=+\-@＝＋－＠]/u.test(cell) ? `'${cell}` : cell;
