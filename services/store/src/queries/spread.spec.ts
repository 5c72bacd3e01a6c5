import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SPANS, spansBetween } from '../facets/spans.js';
import type { OrderedQuery } from './incident-statements.js';
import { momentBeside, spreadOf, UNKNOWN, windowByChange, type Spread } from './spread.js';

/** A thousand rows between each two moments, a hundred thousand ms apart at first, ten thousand then. */
const spread: Spread = {
  total: 4_500,
  bounds: [1_000_000, 1_100_000, 1_200_000, 1_210_000, 1_220_000],
  oldest: 990_000,
  newest: 1_320_000,
  newer: 500,
};

describe('the spread', () => {
  it('is asked for anew after a while', async () => {
    let asked = 0;
    const db = {
      query: async <R>() => [{ ...spread, total: (asked += 1) }] as R[],
    };
    for (const [now, total] of [
      [0, 1],
      [4_999, 1],
      [5_000, 2],
    ] as const) {
      expect((await spreadOf(db, now)).total).toBe(total);
    }
    expect(await spreadOf({ query: async () => [] }, 0)).toEqual(UNKNOWN);
  });
});

describe('so many rows from a moment', () => {
  it('is another, as dense as rows lie between', () => {
    expect(momentBeside(spread, 1_220_000, -1_500)).toBe(1_205_000);
    expect(momentBeside(spread, 1_200_000, -1_500)).toBe(1_050_000);
    expect(momentBeside(spread, 1_000_000, 1_250)).toBe(1_125_000);
  });

  it('counts what was written since the bounds were made', () => {
    expect(momentBeside(spread, 1_320_000, -250)).toBe(1_270_000);
    expect(momentBeside(spread, 1_400_000, -500)).toBe(1_220_000);
  });

  it('is not known where there are fewer, or where nothing is', () => {
    expect(momentBeside(spread, 1_100_000, -1_200)).toBeUndefined();
    expect(momentBeside(spread, 1_300_000, 1_200)).toBeUndefined();
    expect(momentBeside(UNKNOWN, 5, -1)).toBeUndefined();
    expect(momentBeside({ ...spread, bounds: [] }, 1_100_000, -5)).toBeUndefined();
  });

  it('lies further the more rows there are', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4_400 }), fc.nat(4_400), (few, more) => {
        const [near, far] = [few, few + more].map((rows) => momentBeside(spread, 1_320_000, -rows));
        if (near !== undefined && far !== undefined) expect(far).toBeLessThanOrEqual(near);
        if (near !== undefined) expect(near).toBeLessThan(1_320_000);
      }),
    ));
});

describe('a window by change', () => {
  const query = (more: Partial<OrderedQuery> = {}): OrderedQuery => ({
    criteria: [],
    lifecycle: 'active',
    limit: 50,
    sort: 'updatedAt',
    descending: true,
    ...more,
  });
  const cursor = (ms: number) => ({ cursor: { sort: 'updatedAt', value: String(ms), id: 'i1' } });

  it('ends before the first row of a moment, and knows the spans of all that it holds', () => {
    expect(windowByChange(query(cursor(1_220_000)), 1_500, spread, 0)).toEqual({
      edge: { value: '1205000', id: '' },
      spans: spansBetween(1_205_000, 1_220_000),
    });
    const rising = query({ descending: false, updatedSince: 1_100_000 });
    expect(windowByChange(rising, 500, spread, 0)).toEqual({
      edge: { value: '1150000', id: '' },
      spans: spansBetween(1_100_000, 1_150_000),
    });
  });

  it('from the newest on holds what changes meanwhile', () => {
    const now = 2 ** 41;
    const { spans } = windowByChange(query(), 100, spread, now)!;
    expect(spans).toEqual(expect.arrayContaining(spansBetween(now, now)));
  });

  it('is none where the order ends before', () => {
    expect(windowByChange(query(cursor(1_000_500)), 100, spread, 0)).toBeUndefined();
    expect(windowByChange(query(), 5_000, spread, 0)).toBeUndefined();
  });
});

describe('spans', () => {
  it('hold every moment between two, and are few', () =>
    fc.assert(
      fc.property(fc.nat(2 ** 31), fc.nat(2 ** 31), fc.nat(1_000), (a, length, part) => {
        const [first, last] = [a * 500, a * 500 + length * 50];
        const spans = spansBetween(first, last);
        const moment = BigInt(first + Math.floor(((last - first) * part) / 1_000));
        // As the index has it.
        const own = [...SPANS.matchAll(/>> (\d+) << 2 \| (\d)/g)].map(
          ([, bits, level]) => ((moment >> BigInt(bits!)) << 2n) | BigInt(level!),
        );
        expect(own.filter((one) => spans.includes(Number(one)))).toHaveLength(1);
        expect(spans.length).toBeLessThanOrEqual(20);
      }),
    ));

  it('are none of a span that ends before it begins', () =>
    expect(spansBetween(2 ** 40, 0)).toEqual([]));
});
