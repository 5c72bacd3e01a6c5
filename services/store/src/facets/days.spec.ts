import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { searchedDays, writtenDays } from './days.js';

const dayAt = (n: number) =>
  new Date(Date.UTC(2020, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
const span = fc
  .tuple(fc.nat(3_000), fc.oneof(fc.nat(3), fc.nat(60), fc.nat(1_500)))
  .map(([from, length]) => [from, from + length] as const);

describe('tokens of days', () => {
  it('of one day are the day and its month', () =>
    expect(writtenDays('2022-01-06', '2022-01-06')).toEqual(['d:2022-01-06', 'm:2022-01']));

  it('of a long span are its months; of a very long one a single token', () => {
    expect(writtenDays('2021-12-15', '2022-02-01')).toEqual([
      'l:2021-12',
      'l:2022-01',
      'l:2022-02',
    ]);
    expect(writtenDays('2001-12-15', '2022-02-01')).toEqual(['l:*']);
  });

  it('searched for by day never name the short spans of a whole month', () =>
    expect(searchedDays('2022-01-06', '2022-01-07')).toEqual([
      'd:2022-01-06',
      'd:2022-01-07',
      'l:2022-01',
      'l:*',
    ]));

  it('narrow nothing over more than ten years, nor backwards', () => {
    expect(searchedDays('2001-01-01', '2022-01-01')).toBeNull();
    expect(searchedDays('2022-01-02', '2022-01-01')).toBeNull();
  });

  it('meet whenever the spans touch', () => {
    fc.assert(
      fc.property(span, span, ([first, last], [from, to]) => {
        const searched = searchedDays(dayAt(from), dayAt(to));
        const touch = last >= from && first <= to;
        if (!touch || searched === null) return;
        const written = new Set(writtenDays(dayAt(first), dayAt(last)));
        expect(searched.some((token) => written.has(token))).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
