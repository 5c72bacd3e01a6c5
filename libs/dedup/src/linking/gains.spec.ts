import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gainsAmong } from './gains.js';

/** What is the same whether sums lie in a square or in maps. */
const SIZES = [8, 1_025];

describe.each(SIZES)('what lies between some of %d groups', (size) => {
  it('is nothing at first', () => {
    expect(gainsAmong(size).get(1, 2)).toBe(0);
  });

  it('is the same both ways, and the sum once two are one', () => {
    const gains = gainsAmong(size);
    gains.set(0, 2, 5);
    gains.set(1, 2, 7);
    gains.set(0, 1, 3);
    gains.unite(0, 1);

    expect([gains.get(0, 2), gains.get(2, 0)]).toEqual([12, 12]);
    expect([gains.get(1, 2), gains.get(0, 1), gains.get(0, 0)]).toEqual([0, 0, 0]);
  });
});

it('a square and maps hold the same after any unions', () => {
  const among = (most: number) => fc.integer({ min: 0, max: most });
  const pair = fc.tuple(among(7), among(7)).filter(([a, b]) => a !== b);
  fc.assert(
    fc.property(fc.array(fc.tuple(pair, among(100))), fc.array(pair), (links, unions) => {
      const [square, maps] = SIZES.map(gainsAmong);
      for (const [[a, b], gain] of links)
        for (const gains of [square, maps]) gains?.set(a, b, gain);
      const gone = new Set<number>();
      for (const [into, from] of unions) {
        if (gone.has(into) || gone.has(from)) continue;
        gone.add(from);
        for (const gains of [square, maps]) gains?.unite(into, from);
      }
      for (let a = 0; a < 8; a += 1)
        for (let b = 0; b < 8; b += 1) expect(square?.get(a, b)).toBe(maps?.get(a, b));
    }),
  );
});
