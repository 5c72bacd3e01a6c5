import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LinkList } from './link-list.js';

const inOrder = (list: LinkList) => {
  const seen: (readonly [number, number])[] = [];
  list.forEachBestFirst((a, b) => seen.push([a, b]));
  return seen;
};

describe('a list of links', () => {
  it('goes from the best to the worst, and by places where they are as good', () => {
    const list = new LinkList(10, 4);
    list.add(4, 3, -2.9999);
    list.add(9, 0, 1.5);
    list.add(2, 1, 1.5001);
    list.add(8, 0, 1.5);

    expect(inOrder(list)).toEqual([
      [1, 2],
      [0, 8],
      [0, 9],
      [3, 4],
    ]);
  });

  it('can be gone through again, also when some were added', () => {
    const list = new LinkList(3, 3);
    list.add(0, 1, 1);
    inOrder(list);
    list.add(1, 2, 2);

    expect([inOrder(list), inOrder(list)]).toEqual(
      Array(2).fill([
        [1, 2],
        [0, 1],
      ]),
    );
  });

  it('orders as comparing scores and places would, however many places there are', () => {
    const link = fc.record({
      a: fc.nat(89_998),
      gap: fc.integer({ min: 1, max: 5 }),
      units: fc.integer({ min: -500_000, max: 500_000 }),
    });
    fc.assert(
      fc.property(fc.array(link, { maxLength: 40 }), (links) => {
        const pairs = links.map(({ a, gap, units }) => ({
          a,
          b: Math.min(89_999, a + gap),
          score: units / 1e4,
        }));
        const list = new LinkList(90_000, pairs.length);
        for (const { a, b, score } of pairs) list.add(b, a, score);
        const expected = [...pairs].sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);

        expect(inOrder(list)).toEqual(expected.map(({ a, b }) => [a, b]));
      }),
    );
  });
});
