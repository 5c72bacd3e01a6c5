import { describe, expect, it } from '@jest/globals';
import { stepsOf, traceIdOf } from './waterfall.js';

const at = (ms: number) => new Date(1_000_000 + ms).toISOString();
const hops = (extracted: number | null, deduplicated: number | null, stored: number | null) => ({
  version: 1_000_000,
  fetchedAt: at(0),
  extractedAt: extracted === null ? null : at(extracted),
  deduplicatedAt: deduplicated === null ? null : at(deduplicated),
  storedAt: stored === null ? null : at(stored),
});

describe("a version's way through the line", () => {
  it('is its hops, one after the other', () => {
    expect(stepsOf(hops(40, 90, 120))).toEqual([
      { stage: 'extract', startMs: 0, endMs: 40 },
      { stage: 'deduplicate', startMs: 40, endMs: 90 },
      { stage: 'store', startMs: 90, endMs: 120 },
    ]);
  });

  it('ends where it is', () => {
    expect(stepsOf(hops(40, null, null)).map(({ stage }) => stage)).toEqual(['extract']);
    expect(stepsOf(hops(null, null, null))).toEqual([]);
  });

  it('never goes back in time, whatever the clocks say', () => {
    for (const { startMs, endMs } of stepsOf(hops(90, 40, 60))) {
      expect(endMs).toBeGreaterThanOrEqual(startMs);
    }
  });
});

describe('the id of a trace', () => {
  it('is in its context', () => {
    const id = 'fac777dada4f294ea2580905734fd616';
    expect(traceIdOf(`00-${id}-f5c6569501e404b6-01`)).toBe(id);
    expect([traceIdOf(null), traceIdOf('00-short-x')]).toEqual([null, null]);
  });
});
