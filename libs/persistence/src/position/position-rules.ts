import type { Position } from './position-store.js';

/** Whether a record's effect is not in the database yet. */
export const isPending = ({ next, unsettled }: Position, offset: bigint): boolean =>
  next === null || offset >= next || unsettled.includes(offset);

/**
 * The position before a batch. A batch that brings new records shows that the chain has finished all that
 * came before its first: the dead letters and retries of those are written.
 */
export function settledBefore(position: Position, batch: readonly { offset: bigint }[]): Position {
  const first = batch[0]?.offset;
  const last = batch.at(-1)?.offset;
  const isNew = first !== undefined && last !== undefined && last >= (position.next ?? 0n);
  if (!isNew) return position;
  return { ...position, unsettled: position.unsettled.filter((offset) => offset >= first) };
}

/** The position once `done` are applied and `failed` have to be dealt with by the chain. */
export function positionAfter(
  { next, unsettled }: Position,
  done: readonly bigint[],
  failed: readonly bigint[],
): Position {
  const open = new Set([...unsettled, ...failed]);
  for (const offset of done) open.delete(offset);
  const ends = [...done, ...failed].map((offset) => offset + 1n);
  const furthest = ends.reduce((a, b) => (a > b ? a : b), next ?? 0n);
  return { next: furthest, unsettled: [...open].sort((a, b) => (a < b ? -1 : 1)) };
}
