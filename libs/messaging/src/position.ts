import type { CommittedOffset, LogRange } from './broker.port.js';

export type Start =
  | { readonly kind: 'stay' }
  | { readonly kind: 'seek'; readonly offset: bigint }
  /** Reading on would jump over records or read others under known offsets. */
  | { readonly kind: 'halt'; readonly reason: string };

/**
 * Where a stateful service begins to read a partition: at its own position, also when that is
 * behind the group's commit (a restored database) – and nowhere, when the log no longer has it.
 */
export function startAt(
  position: bigint | null,
  committed: CommittedOffset | null,
  range: LogRange | undefined,
): Start {
  if (position === null) return { kind: 'stay' };
  if (range === undefined || position < range.low || position > range.high) {
    const log = range === undefined ? 'has no such partition' : `has ${range.low} to ${range.high}`;
    return { kind: 'halt', reason: `the position is ${position}, the log ${log}` };
  }
  return committed?.offset === position ? { kind: 'stay' } : { kind: 'seek', offset: position };
}
