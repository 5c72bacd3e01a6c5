import { describe, expect, it } from '@jest/globals';
import { isPending, positionAfter } from './position-rules.js';
import type { Position } from './position-store.js';

const at = (next: bigint | null, ...unsettled: bigint[]): Position => ({ next, unsettled });

describe('a record', () => {
  it('is pending at or beyond the position, and where it is unsettled', () => {
    expect([0n, 2n, 4n, 5n, 6n].filter((offset) => isPending(at(5n, 2n), offset))).toEqual([
      2n,
      5n,
      6n,
    ]);
    expect(isPending(at(null), 0n)).toBe(true);
  });
});

describe('the position after a batch', () => {
  it('lies behind the last record and keeps the failed ones', () =>
    expect(positionAfter(at(null), [0n, 2n], [1n, 3n])).toEqual(at(4n, 1n, 3n)));
  it('drops what succeeded at last and never falls', () =>
    expect(positionAfter(at(9n, 2n, 10n), [2n], [])).toEqual(at(9n, 10n)));
  it('sorts by number, not by text', () =>
    expect(positionAfter(at(2n), [], [10n, 9n]).unsettled).toEqual([9n, 10n]));
});
