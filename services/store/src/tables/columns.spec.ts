import { describe, expect, it } from '@jest/globals';
import { columnsOf, newestPerKey } from './columns.js';

describe('rows for unnest', () => {
  it('are one array per column', () =>
    expect(
      columnsOf(
        [
          { a: 1, b: 'x' },
          { a: 2, b: 'y' },
        ],
        [({ a }) => a, ({ b }) => b],
      ),
    ).toEqual([
      [1, 2],
      ['x', 'y'],
    ]));

  it('hold the newest of each key, sorted by key, the first of equals', () => {
    const rows = [
      { key: 'b', rank: 1, n: 1 },
      { key: 'a', rank: 2, n: 2 },
      { key: 'b', rank: 3, n: 3 },
      { key: 'b', rank: 3, n: 4 },
    ];
    const newest = newestPerKey(
      rows,
      ({ key }) => key,
      ({ rank }) => rank,
    );
    expect(newest.map(({ n }) => n)).toEqual([2, 3]);
  });
});
