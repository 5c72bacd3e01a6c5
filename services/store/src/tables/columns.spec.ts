import { describe, expect, it } from '@jest/globals';
import { columnsOf, jsonLines, linesOf, newestPerKey } from './columns.js';

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

  it('that are JSON are the lines of one text, whatever line breaks their strings hold', () => {
    const lines = linesOf([JSON.stringify({ a: 'x\ny\u2028' }), '2']).split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([{ a: 'x\ny\u2028' }, 2]);
    expect(jsonLines('$3')).toBe(`string_to_array($3::text, E'\\n')`);
  });

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
