import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Writes one line and waits where the reader is slow, so that memory stays flat. */
export async function printLine(out: Writable, text: string): Promise<void> {
  if (!out.write(`${text}\n`)) await once(out, 'drain');
}

/** Offsets are bigint in memory and numbers in JSON: no log is long enough to lose digits. */
const plain = (_: string, value: unknown): unknown =>
  typeof value === 'bigint' ? Number(value) : value;

/** One JSON value on one line. */
export const printJson = (out: Writable, value: unknown): Promise<void> =>
  printLine(out, JSON.stringify(value, plain));

/** Control characters would let an article or a dead letter steer the terminal that shows it. */
export const inert = (text: string): string => text.replace(/\p{Cc}/gu, ' ');

/** Rows with their columns below each other; for people only. */
export function table(rows: readonly (readonly string[])[]): string {
  const clean = rows.map((row) => row.map(inert));
  const widths = (clean[0] ?? []).map((_, at) =>
    Math.max(...clean.map((row) => row[at]?.length ?? 0)),
  );
  return clean
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
