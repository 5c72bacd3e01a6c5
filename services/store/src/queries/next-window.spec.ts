import { describe, expect, it } from '@jest/globals';
import { nextWindow, REREAD } from './next-window.js';

const total = 5_000_000;
const listing = (candidates: number, listed = candidates) => ({
  total,
  candidates,
  listed,
  reread: false,
  fetching: listed,
  window: 'order' as const,
});
const reread = <E extends { candidates: number }>(estimate: E) => ({
  ...estimate,
  reread: true,
  fetching: REREAD * estimate.candidates,
});
const spanned = (candidates: number, listed = candidates) => ({
  ...listing(candidates, listed),
  window: 'spans' as const,
});
const looked = (rows: number, found: number, passed = 0) => ({ rows, found, passed });

describe('after a look along the order', () => {
  it('the most common are walked past a little further', () =>
    expect(nextWindow(looked(400, 26), 52, listing(400_000), 'words')).toEqual({
      rows: 1_200,
      by: 'walk',
    }));

  it('so are words that are common, however rare with what else is asked', () => {
    const met = looked(400, 4);
    expect(nextWindow(met, 51, listing(60_000), 'words')?.by).toBe('window');
    expect(nextWindow(met, 51, listing(60_000, 450_000), 'words')?.by).toBe('walk');
  });

  it('others as far as a page of them is to be expected, and half as far again', () =>
    expect(nextWindow(looked(8_000, 6), 50, listing(30_000), 'words')).toEqual({
      rows: 100_000,
      by: 'window',
    }));

  it('not so far where hardly any was met: they may lie together a little further', () => {
    for (const found of [0, 1]) {
      expect(nextWindow(looked(2_000, found), 51, listing(25_000), 'row')?.rows).toBe(20_000);
    }
  });

  it('few candidates are looked up all at once', () => {
    expect(nextWindow(looked(2_000, 0), 51, listing(600), 'row')).toBeNull();
    expect(nextWindow(looked(20_000, 2), 51, listing(9_000), 'index')).toBeNull();
  });

  it('but more of them where the index alone tells them apart', () => {
    const [met, estimate] = [looked(20_000, 0), listing(21_000)];
    expect(nextWindow(met, 51, estimate, 'row')).toBeNull();
    expect(nextWindow(met, 51, estimate, 'index')).toEqual({ rows: 200_000, by: 'walk' });
  });

  it('nothing is looked at twice in a small table, or in one of unknown size', () => {
    const met = looked(2_000, 26);
    expect(nextWindow(met, 52, { ...listing(90), total: 3_900 }, 'row')).toBeNull();
    expect(nextWindow(met, 52, { ...listing(90_000), total: -1 }, 'row')).toBeNull();
  });

  it('windows grow until all are looked up', () => {
    let met = looked(400, 0);
    const windows: number[] = [];
    for (;;) {
      const next = nextWindow(met, 51, listing(60_000), 'words');
      if (next === null) break;
      windows.push(next.rows);
      met = looked(next.rows, 0, next.rows);
    }
    expect(windows).toEqual([21_898, 218_980]);
  });

  it('a window is as long as costs what its lists do, however short would fill the page', () => {
    const phrase = reread(listing(200_000));
    const next = nextWindow(looked(40_000, 3), 51, phrase, 'words');
    expect(next?.by).toBe('window');
    expect(next?.rows).toBeGreaterThan(400_000);
  });

  it('rows of which the words must be read are looked at in windows where others would be fetched at once', () => {
    const [met, words] = [looked(40_000, 4, 40_000), listing(30_000)];
    expect(nextWindow(met, 51, words, 'words')).toBeNull();
    expect(nextWindow(met, 51, reread(words), 'words')?.by).toBe('window');
  });

  it('what lies behind is not paid for again', () => {
    const [words, behind] = [listing(30_000), looked(150_000, 40, 150_000)];
    expect(nextWindow({ ...behind, passed: 0 }, 51, words, 'words')).toBeNull();
    expect(nextWindow(behind, 51, words, 'words')?.by).toBe('window');
  });

  it('by spans lists are read as far as a window goes: it is as short as fills the page', () => {
    const [met, phrase] = [looked(400, 0), reread(spanned(200_000))];
    expect(nextWindow(met, 51, phrase, 'words')).toEqual({ rows: 1_600, by: 'window' });
    expect(nextWindow(looked(4_000, 6, 4_000), 51, phrase, 'words')?.rows).toBe(51_000);
  });

  it('before anything was met, the planner is believed', () => {
    expect(nextWindow(looked(0, 0), 50, spanned(50_000), 'words')).toEqual({
      rows: 7_500,
      by: 'window',
    });
    for (const candidates of [0, 70]) {
      expect(nextWindow(looked(0, 0), 50, spanned(candidates), 'words')).toBeNull();
    }
    expect(nextWindow(looked(0, 0), 50, { ...spanned(9), total: -1 }, 'words')).toBeNull();
  });

  it('and of what is left they hold a half, until little is', () => {
    const phrase = reread(spanned(200_000));
    const next = nextWindow(looked(2_000_000, 3, 2_000_000), 51, phrase, 'words');
    expect(next).toEqual({ rows: 3_500_000, by: 'window' });
    expect(nextWindow(looked(4_999_000, 3, 4_999_000), 51, phrase, 'words')).toBeNull();
  });

  it('they are tried where the planner knows of few matches, and believed where they meet many', () => {
    const few = spanned(2_000);
    const tried = nextWindow(looked(0, 0), 51, few, 'row');
    expect(tried?.by).toBe('window');
    expect(tried?.rows).toBeLessThan(50_000);
    expect(nextWindow(looked(30_000, 0, 30_000), 51, few, 'row')).toBeNull();
    expect(nextWindow(looked(30_000, 40, 30_000), 51, few, 'row')?.by).toBe('window');
  });

  it('but what begins with some letters is gathered whole before', () => {
    const beginning = { ...spanned(400_000), window: 'gathered' as const };
    expect(nextWindow(looked(400, 1), 51, beginning, 'words')?.by).toBe('walk');
    expect(nextWindow(looked(400, 1), 51, spanned(400_000), 'words')?.by).toBe('window');
  });
});
