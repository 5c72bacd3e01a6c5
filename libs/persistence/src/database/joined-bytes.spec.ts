import { expect, it } from '@jest/globals';
import { joinedBytes } from './joined-bytes.js';

it('values stand end to end, each where it is said to begin, counted from 1', () => {
  const values = [Buffer.from('one'), null, Buffer.alloc(0), Buffer.from([0, 255])];
  const { bytes, starts, lengths } = joinedBytes(values);
  expect([starts, lengths]).toEqual([
    [1, 4, 4, 4],
    [3, null, 0, 2],
  ]);
  const again = starts.map((start, n) => {
    const length = lengths[n] ?? null;
    return length === null ? null : bytes.subarray(start - 1, start - 1 + length);
  });
  expect(again).toEqual(values);
});

it('none are none', () =>
  expect(joinedBytes([])).toEqual({ bytes: Buffer.alloc(0), starts: [], lengths: [] }));
