import { describe, expect, it } from '@jest/globals';

import { startAt } from './position.js';

const range = { low: 10n, high: 100n };
const committed = (offset: bigint) => ({ offset, metadata: '' });

describe('where a stateful service begins to read', () => {
  it('is the earliest record when the group has never been here', () => {
    expect(startAt(null, null, range)).toEqual({ kind: 'stay' });
    expect(startAt(null, committed(10n), range)).toEqual({ kind: 'stay' });
  });

  it('is the earliest record, too, when a database was restored from before the first one', () =>
    expect(startAt(null, committed(50n), range)).toEqual({ kind: 'seek', offset: 10n }));

  it('is where it stands when commit and position agree', () => {
    expect(startAt(50n, committed(50n), range)).toEqual({ kind: 'stay' });
  });

  it('is its own position, behind the commit (a restored database) or before it', () => {
    expect(startAt(20n, committed(50n), range)).toEqual({ kind: 'seek', offset: 20n });
    expect(startAt(60n, committed(50n), range)).toEqual({ kind: 'seek', offset: 60n });
    expect(startAt(60n, null, range)).toEqual({ kind: 'seek', offset: 60n });
  });

  it.each([10n, 100n])('may be either end of the log (%s)', (position) => {
    expect(startAt(position, null, range).kind).toBe('seek');
  });

  it('is nowhere when the log no longer has it, even if the commit says the same', () => {
    expect(startAt(9n, committed(9n), range)).toEqual({
      kind: 'halt',
      reason: 'the position is 9, the log has 10 to 100',
    });
  });

  it('is nowhere when the log doesn’t have it yet, or has no such partition', () => {
    expect(startAt(101n, null, range).kind).toBe('halt');
    expect(startAt(5n, null, undefined)).toMatchObject({
      reason: 'the position is 5, the log has no such partition',
    });
  });
});
