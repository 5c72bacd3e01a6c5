import { createHash } from 'node:crypto';

/** Errors are read in one half of a set's cases; the other half shows whether what was learnt carries over. */
export type Half = 'read' | 'unread';

/** Which half a case is of, by its id alone: the same in every run and on every machine. */
export const halfOf = (id: string): Half => (digest(id)[0]! % 2 === 0 ? 'read' : 'unread');

/** An order of the cases that has nothing to do with how the set was made. */
export const shuffledById = <T extends { readonly id: string }>(cases: readonly T[]): T[] =>
  cases
    .map((each) => ({ each, key: digest(each.id).toString('hex', 1) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ each }) => each);

const digest = (id: string): Buffer => createHash('sha256').update(id).digest();
