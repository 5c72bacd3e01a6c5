import { createHash } from 'node:crypto';

/**
 * Errors are read in one half of a set's cases; the other half shows whether what was learnt carries over.
 * Where the half `read` has taught all that it can, half of the other is `opened`: it may be read from then
 * on, and what stays `unread` is a quarter that nobody ever reads.
 */
export type Part = 'read' | 'opened' | 'unread';

/** The parts of a set; `opened` is one only of sets that have it opened. */
export const partsOf = (opened: boolean): readonly Part[] =>
  opened ? ['read', 'opened', 'unread'] : ['read', 'unread'];

/** Which part a case is of, by its id alone: the same in every run and on every machine. */
export const partOf = (id: string, opened: boolean): Part => {
  if (digest(id)[0]! % 2 === 0) return 'read';
  // A hash of its own, so that it says nothing about the halves or the order of the cases.
  return opened && digest(`quarter ${id}`)[0]! % 2 === 0 ? 'opened' : 'unread';
};

/** An order of the cases that has nothing to do with how the set was made. */
export const shuffledById = <T extends { readonly id: string }>(cases: readonly T[]): T[] =>
  cases
    .map((each) => ({ each, key: digest(each.id).toString('hex', 1) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ each }) => each);

const digest = (id: string): Buffer => createHash('sha256').update(id).digest();
