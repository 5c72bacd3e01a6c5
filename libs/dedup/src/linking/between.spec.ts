import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Between } from './between.js';

const sums = (size: number) => new Between<number>(size, (a, b) => a + b);

describe('what lies between groups', () => {
  it('is the same from both sides, and nothing where nothing was set', () => {
    const between = sums(3);
    between.set(0, 1, 5);
    expect([between.get(0, 1), between.get(1, 0), between.get(0, 2)]).toEqual([5, 5, undefined]);
  });

  it('is joined where two that become one have a third in common', () => {
    const between = sums(4);
    between.set(0, 2, 1);
    between.set(1, 2, 10);
    between.set(1, 3, 100);
    between.unite(0, 1);
    expect([between.get(2, 0), between.get(0, 3), between.get(1, 2)]).toEqual([11, 100, undefined]);
    expect([between.degree(0), between.degree(1), between.degree(2)]).toEqual([2, 0, 1]);
  });

  it('is gone between two that become one', () => {
    const between = sums(2);
    between.set(0, 1, 5);
    between.unite(0, 1);
    expect(between.degree(0)).toBe(0);
  });

  it('adds up to what lies between the members, whatever was united in whatever order', () => {
    const values = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 28, maxLength: 28 });
    const unions = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 6 });
    fc.assert(
      fc.property(values, unions, (given, united) => {
        const between = sums(8);
        const pairs = [...Array(8).keys()].flatMap((a) => [...Array(a).keys()].map((b) => [a, b]));
        pairs.forEach(([a = 0, b = 0], at) => between.set(a, b, given[at] ?? 0));
        const groupOf = [...Array(8).keys()];
        for (const [a, b] of united) {
          const [into, from] = [groupOf[a] ?? 0, groupOf[b] ?? 0];
          if (into === from) continue;
          between.unite(into, from);
          for (const [at, group] of groupOf.entries()) if (group === from) groupOf[at] = into;
        }
        for (const a of new Set(groupOf))
          for (const b of new Set(groupOf)) {
            const members = pairs.map(([x = 0, y = 0], at) => {
              const ends = [groupOf[x], groupOf[y]];
              return a !== b && ends.includes(a) && ends.includes(b) ? (given[at] ?? 0) : 0;
            });
            expect(between.get(a, b) ?? 0).toBe(members.reduce((sum, value) => sum + value, 0));
          }
      }),
    );
  });
});
