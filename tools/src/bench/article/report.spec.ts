import { describe, expect, it } from '@jest/globals';
import type { ContestantName } from './contestant.js';
import { reportOf, reportText, type TakenTurn } from './report.js';

const READY = { pages: 2, bytes: 3 * 1024 * 1024, round: 2 };
const reading = { end: 'found', ms: 10, cpuMs: 9 } as const;
const turn = (
  name: ContestantName,
  round: number,
  cpuMs: number,
  rest: Partial<TakenTurn> = {},
): TakenTurn => ({
  name,
  round,
  cpuMs,
  readings: [reading, reading],
  peakRssBytes: 100 * 1024 * 1024,
  ...rest,
});

const turns = [
  turn('ours', 0, 20, { readings: [reading, { end: 'threw', ms: 50, cpuMs: 45 }] }),
  turn('readability', 0, 100),
  turn('floor', 0, 8),
  turn('floor', 1, 12),
  turn('readability', 1, 140),
  turn('ours', 1, 20, { peakRssBytes: 150 * 1024 * 1024 }),
];

describe('the report of the article bench', () => {
  const report = reportOf(READY, turns);
  const [ours, readability, floor] = report.contestants;

  it('counts pages per CPU-second over all rounds, and each for itself', () => {
    expect(ours).toMatchObject({ name: 'ours', pagesPerCpuSecond: 100, cpuMsPerPage: 10 });
    expect(readability!.pagesPerCpuSecond).toBeCloseTo(16.67);
    expect(readability!.rounds.map(Math.round)).toEqual([20, 14]);
    expect(floor!.cpuMsPerPage).toBe(5);
  });

  it('tells how the pages of a round ended, the slowest of all readings, and most memory', () => {
    expect(ours!.ends).toEqual({ found: 1, refused: 0, threw: 1 });
    expect(ours!.ms).toEqual({ p50: 10, p95: 50, p99: 50, max: 50 });
    expect(ours!.cpuMs.max).toBe(45);
    expect(ours!.peakRssMib).toBe(150);
  });

  it('sets what is wanted beside what is', () => {
    expect(report.expectations).toMatchObject([
      { value: 6, atLeast: 4, met: true },
      { value: 2, atMost: 2, met: true },
      { value: 50, atMost: 40, met: false },
    ]);
  });

  it('says it in words', () => {
    const text = reportText(report);
    expect(text).toContain('2 pages, 3.0 MiB, 2 rounds of 2 pages');
    expect(text).toContain('16.7 pages per CPU-second (rounds 14.3 to 20.0)');
    expect(text).toContain('ours over readability: 6.00 (wanted: ≥ 4; met)');
    expect(text).toContain('p99 of ours: 50.00 (wanted: ≤ 40; not met)');
    expect(text).toContain('1 found, 0 refused, 1 threw');
  });
});
