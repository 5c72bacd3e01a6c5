import { describe, expect, it } from '@jest/globals';
import type { Measurement } from './measure.js';
import { compare, reportText } from './report.js';

const measured = (contestant: string, rest: Partial<Measurement>): Measurement => ({
  contestant,
  latencyMs: 0,
  processes: 1,
  pages: 100,
  seconds: 1,
  pagesPerSecond: 100,
  cpuMsPerPage: 1,
  othersCpuMsPerPage: { farm: 0.1 },
  memory: [{ start: 1, tenth: 2, half: 3, end: 4, most: 5 }],
  requests: 104,
  pageRequests: 100,
  connections: 2,
  mostTogether: 1,
  ...rest,
});

describe('the report of the fetcher bench', () => {
  const rows = [
    measured('bare', { pagesPerSecond: 400, cpuMsPerPage: 0.5 }),
    measured('ours', { pagesPerSecond: 300, cpuMsPerPage: 2 }),
    measured('bare', { processes: 2, pagesPerSecond: 600 }),
    measured('ours', { processes: 2, pagesPerSecond: 300 }),
  ];

  it('compares like with like', () => {
    expect(compare(rows, 'ours')).toEqual([
      { latencyMs: 0, processes: 1, beside: 'bare', rate: 0.75, cpu: 0.25 },
      { latencyMs: 0, processes: 2, beside: 'bare', rate: 0.5, cpu: 1 },
    ]);
  });

  it('says it in words', () => {
    const text = reportText(rows, compare(rows, 'ours'));
    expect(text).toContain('ours, 2 processes, 0 ms latency');
    expect(text).toContain('0.75 of its rate, 0.25 of its pages per CPU-second');
    expect(text).toContain('1 2 3 4 (5)');
  });
});
