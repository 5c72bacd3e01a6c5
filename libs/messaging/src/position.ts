import type { CommittedOffset, LogRange } from './broker.port.js';

export type Start =
  | { readonly kind: 'stay' }
  | { readonly kind: 'seek'; readonly offset: bigint }
  /** Reading on would jump over records or read others under known offsets. */
  | { readonly kind: 'halt'; readonly reason: string };

/**
 * Where a stateful service begins to read a partition: at its own position, also when that is
 * behind the group's commit (a restored database), at the earliest record when the database knows of none – and
 * nowhere, when the log no longer has it.
 */
export function startAt(
  position: bigint | null,
  committed: CommittedOffset | null,
  range: LogRange | undefined,
): Start {
  // A position is written before its offset is committed: one that is missing went with a database that was restored.
  if (position === null) {
    const isBehind = committed !== null && range !== undefined && committed.offset > range.low;
    return isBehind ? { kind: 'seek', offset: range.low } : { kind: 'stay' };
  }
  if (range === undefined || position < range.low || position > range.high) {
    const log = range === undefined ? 'has no such partition' : `has ${range.low} to ${range.high}`;
    return { kind: 'halt', reason: `the position is ${position}, the log ${log}` };
  }
  return committed?.offset === position ? { kind: 'stay' } : { kind: 'seek', offset: position };
}
