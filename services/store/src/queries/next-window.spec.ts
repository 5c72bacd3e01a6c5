import { describe, expect, it } from '@jest/globals';
import { nextWindow } from './next-window.js';

const MILLIONS = 5_000_000;

describe('after a look along the order', () => {
  it('common matches are looked for a little further', () =>
    expect(nextWindow({ rows: 2_000, found: 26 }, 52, MILLIONS)).toBe(8_000));

  it('rarer ones as far as a page of them is to be expected, and a third more', () =>
    expect(nextWindow({ rows: 2_000, found: 4 }, 50, MILLIONS)).toBe(32_500));

  it('rare ones are looked up all at once', () => {
    expect(nextWindow({ rows: 2_000, found: 0 }, 51, MILLIONS)).toBeNull();
    expect(nextWindow({ rows: 60_000, found: 3 }, 51, MILLIONS)).toBeNull();
  });

  it('nothing is looked at twice in a small table, or in one of unknown size', () => {
    expect(nextWindow({ rows: 2_000, found: 26 }, 52, 7_000)).toBeNull();
    expect(nextWindow({ rows: 2_000, found: 26 }, 52, -1)).toBeNull();
  });

  it('windows grow until all is looked up', () => {
    let looked = { rows: 400, found: 0 };
    const windows: number[] = [];
    for (;;) {
      const next = nextWindow(looked, 1_000, MILLIONS);
      if (next === null) break;
      windows.push(next);
      looked = { rows: next, found: Math.floor(next / 100) };
    }
    expect(windows).toEqual(windows.toSorted((a, b) => a - b));
    expect(windows.length).toBeLessThan(8);
  });
});
