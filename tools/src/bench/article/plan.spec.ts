import { describe, expect, it } from '@jest/globals';
import { planTurns, roundOf } from './plan.js';

describe('a round', () => {
  it('has every page equally often, and not too few of them', () => {
    expect(roundOf(['a', 'b', 'c'])).toHaveLength(201);
    expect(roundOf(['a', 'b', 'c']).filter((page) => page === 'b')).toHaveLength(67);
  });

  it('has many pages once', () => {
    expect(roundOf(Array.from({ length: 300 }, (_, i) => i))).toHaveLength(300);
  });
});

describe('the order of turns', () => {
  const turns = planTurns(['a', 'b', 'c'], 45, 2);

  it('lets each contestant read every page once a round', () => {
    for (const name of ['a', 'b', 'c'] as const) {
      for (const round of [0, 1]) {
        const own = turns.filter((turn) => turn.name === name && turn.round === round);
        expect(own.map(({ from, to }) => [from, to])).toEqual([
          [0, 20],
          [20, 40],
          [40, 45],
        ]);
      }
    }
  });

  it('lets all read the same pages before anyone goes on, each time another first', () => {
    expect(turns.slice(0, 9).map(({ name, from }) => name + from)).toEqual(
      'a0 b0 c0 b20 c20 a20 c40 a40 b40'.split(' '),
    );
  });
});
