import { describe, expect, it } from '@jest/globals';
import { nextWindow } from './next-window.js';

const total = 5_000_000;

describe('after a look along the order', () => {
  it('common matches are looked for a little further', () =>
    expect(nextWindow({ rows: 2_000, found: 26 }, 52, { total, candidates: 65_000 })).toBe(8_000));

  it('others as far as a page of them is to be expected, and half as far again', () =>
    expect(nextWindow({ rows: 8_000, found: 6 }, 50, { total, candidates: 4_000 })).toBe(100_000));

  it('not so far where hardly any was met: they may lie together a little further', () => {
    expect(nextWindow({ rows: 2_000, found: 0 }, 51, { total, candidates: 25_000 })).toBe(20_000);
    expect(nextWindow({ rows: 2_000, found: 1 }, 51, { total, candidates: 25_000 })).toBe(20_000);
  });

  it('few candidates are looked up all at once', () => {
    expect(nextWindow({ rows: 2_000, found: 0 }, 51, { total, candidates: 600 })).toBeNull();
    expect(nextWindow({ rows: 20_000, found: 2 }, 51, { total, candidates: 5_000 })).toBeNull();
  });

  it('nothing is looked at twice in a small table, or in one of unknown size', () => {
    const looked = { rows: 2_000, found: 26 };
    expect(nextWindow(looked, 52, { total: 7_000, candidates: 90 })).toBeNull();
    expect(nextWindow(looked, 52, { total: -1, candidates: 90_000 })).toBeNull();
  });

  it('windows grow until all are looked up', () => {
    let looked = { rows: 400, found: 0 };
    const windows: number[] = [];
    for (;;) {
      const next = nextWindow(looked, 51, { total, candidates: 60_000 });
      if (next === null) break;
      windows.push(next);
      looked = { rows: next, found: 0 };
    }
    expect(windows).toEqual([4_000, 40_000, 400_000]);
  });
});
