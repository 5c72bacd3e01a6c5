import type { OutboxRow } from './outbox-rows.js';

/**
 * Splits rows, given in the order of their ids, into rounds that hold no key twice: all of a round may be
 * in flight together, and the next begins when it is acknowledged.
 */
export function roundsOf(rows: readonly OutboxRow[]): OutboxRow[][] {
  const rounds: OutboxRow[][] = [];
  const depths = new Map<string, number>();
  for (const row of rows) {
    const key = `${row.topic}/${row.key.toString('base64')}`;
    const depth = depths.get(key) ?? 0;
    depths.set(key, depth + 1);
    (rounds[depth] ??= []).push(row);
  }
  return rounds;
}
