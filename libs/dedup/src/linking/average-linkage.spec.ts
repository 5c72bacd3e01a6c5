import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { averageLinkage, type NumberedLink } from './average-linkage.js';

/** The groups, each with its members in order. */
const groups = (size: number, links: readonly NumberedLink[]) =>
  [...Map.groupBy(averageLinkage(size, links).entries(), ([, group]) => group).values()]
    .map((group) => group.map(([at]) => at))
    .sort((x, y) => (x[0] ?? 0) - (y[0] ?? 0));

const link = (a: number, b: number, score: number): NumberedLink => ({ a, b, score });

describe('average linkage', () => {
  it('puts together what is linked and leaves alone what is not', () => {
    expect(groups(4, [link(0, 2, 1)])).toEqual([[0, 2], [1], [3]]);
    expect(groups(0, [])).toEqual([]);
  });

  it('begins nothing by a doubtful link', () => {
    expect(groups(2, [link(0, 1, -0.5)])).toEqual([[0], [1]]);
  });

  it('makes no chain of good links: one between two groups is outvoted', () => {
    const chain = [link(0, 1, 5), link(2, 3, 5), link(1, 2, 3)];
    expect(groups(4, chain)).toEqual([
      [0, 1],
      [2, 3],
    ]);
    const doubtful = [link(0, 2, -2), link(0, 3, -2), link(1, 3, -2)];
    expect(groups(4, [...chain, ...doubtful])).toEqual([[0, 1, 2, 3]]);
  });

  it('lets no link weigh as much as many', () => {
    const links = [link(0, 1, 200), link(2, 3, 200), link(1, 2, 100)];
    expect(groups(4, links)).toHaveLength(2);
  });

  it('does not hang on the order of the links', () => {
    const links = fc.uniqueArray(
      fc.record({ a: fc.nat(9), b: fc.nat(9), score: fc.integer({ min: -3, max: 6 }) }),
      { selector: ({ a, b }) => a * 10 + b },
    );
    fc.assert(
      fc.property(links, (some) => {
        const each = some.filter(({ a, b }) => a < b);
        expect(groups(10, [...each].reverse())).toEqual(groups(10, each));
      }),
    );
  });
});
