import { describe, expect, it } from '@jest/globals';
import type { Measured } from './measured.js';
import { reportOf, reportText } from './report.js';

const MIB = 1024 * 1024;
const took = (cpuMs: number, articles = 4) => ({
  articles,
  cpuMs,
  ms: Array<number>(articles).fill(cpuMs / articles),
  cpuMsEach: Array<number>(articles).fill(1),
  rounds: [(500 * articles) / cpuMs, (1_500 * articles) / cpuMs],
});
const measured: Measured = {
  warmUp: 7,
  incidents: { ours: took(16), floor: took(4) },
  mix: { ours: took(8), floor: took(8) },
  growth: [1, 2, 4].map((sentences) => ({ sentences, cpuMs: sentences * sentences })),
  gate: { others: 10, passing: 2, publishing: 1, incidentsPassing: 2, microseconds: 12.3 },
  memory: {
    loadMs: 250,
    bareRss: 70 * MIB,
    loadedRss: 120 * MIB,
    loadedHeap: 13 * MIB,
    loadedBuffers: 17 * MIB,
    peakRss: 300 * MIB,
  },
};

describe('the report of the incidents bench', () => {
  const report = reportOf(measured);

  it('counts articles of one round, and per CPU-second over all of them', () => {
    expect(report.incidents).toMatchObject({ articles: 2, perCpuSecond: 250, overFloor: 4 });
    expect(report.mix).toMatchObject({ perCpuSecond: 500, overFloor: 1 });
  });

  it('sets what is wanted beside what is', () => {
    expect(report.expectations.map(({ value, met }) => [Number(value.toFixed(2)), met])).toEqual([
      [250, true],
      [500, false],
      [4, true],
      [2, false],
    ]);
  });

  it('says it in words', () => {
    const text = reportText(report);
    expect(text).toContain('warm after 7 other articles');
    expect(text).toContain('2 articles: 250 per CPU-second (rounds 125 to 375), 4.00 times');
    expect(text).toContain('p99 4.00, max 4.00; CPU: p50 1.00');
    expect(text).toContain('of their 10 pass 2 (20.0 %), 1 have a mention');
    expect(text).toContain('of incident news pass 100.0 %');
    expect(text).toContain('4 sentences 16.0 CPU ms; slope 2.00');
    expect(text).toContain('RSS 120 MiB (70 MiB before)');
    expect(text).toContain('articles per CPU-second: 500.00 (wanted: ≥ 1000; not met)');
  });
});
