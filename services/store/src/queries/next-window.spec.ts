import { describe, expect, it } from '@jest/globals';
import { nextWindow } from './next-window.js';

const total = 5_000_000;
const listing = (candidates: number, listed = candidates) => ({ total, candidates, listed });

describe('after a look along the order', () => {
  it('the most common are walked past a little further', () =>
    expect(nextWindow({ rows: 400, found: 26 }, 52, listing(400_000), 'words')).toEqual({
      rows: 1_600,
      by: 'walk',
    }));

  it('so are words that are common, however rare with what else is asked', () => {
    const looked = { rows: 400, found: 4 };
    expect(nextWindow(looked, 51, listing(60_000), 'words')?.by).toBe('window');
    expect(nextWindow(looked, 51, listing(60_000, 450_000), 'words')?.by).toBe('walk');
  });

  it('others as far as a page of them is to be expected, and half as far again', () =>
    expect(nextWindow({ rows: 8_000, found: 6 }, 50, listing(30_000), 'words')).toEqual({
      rows: 100_000,
      by: 'window',
    }));

  it('not so far where hardly any was met: they may lie together a little further', () => {
    for (const found of [0, 1]) {
      const looked = { rows: 2_000, found };
      expect(nextWindow(looked, 51, listing(25_000), 'row')?.rows).toBe(20_000);
    }
  });

  it('few candidates are looked up all at once', () => {
    expect(nextWindow({ rows: 2_000, found: 0 }, 51, listing(600), 'row')).toBeNull();
    expect(nextWindow({ rows: 20_000, found: 2 }, 51, listing(9_000), 'index')).toBeNull();
  });

  it('but more of them where the index alone tells them apart', () => {
    const [looked, estimate] = [{ rows: 20_000, found: 0 }, listing(21_000)];
    expect(nextWindow(looked, 51, estimate, 'row')).toBeNull();
    expect(nextWindow(looked, 51, estimate, 'index')).toEqual({ rows: 200_000, by: 'walk' });
  });

  it('nothing is looked at twice in a small table, or in one of unknown size', () => {
    const looked = { rows: 2_000, found: 26 };
    expect(nextWindow(looked, 52, { ...listing(90), total: 7_000 }, 'row')).toBeNull();
    expect(nextWindow(looked, 52, { ...listing(90_000), total: -1 }, 'row')).toBeNull();
  });

  it('windows grow until all are looked up', () => {
    let looked = { rows: 400, found: 0 };
    const windows: number[] = [];
    for (;;) {
      const next = nextWindow(looked, 51, listing(60_000), 'words');
      if (next === null) break;
      windows.push(next.rows);
      looked = { rows: next.rows, found: 0 };
    }
    expect(windows).toEqual([4_000, 40_000, 400_000]);
  });
});
