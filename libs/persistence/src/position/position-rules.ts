import type { Position } from './position-store.js';

/** Whether a record's effect is not in the database yet. */
export const isPending = ({ next, unsettled }: Position, offset: bigint): boolean =>
  next === null || offset >= next || unsettled.includes(offset);

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
