import { describe, expect, it } from '@jest/globals';
import type { LineRun } from './open-line.js';
import { expectationsOf, floorMs, reportText, type LineReport } from './report.js';

const memory = { start: 100, tenth: 200, half: 210, end: 220, most: 230 };
const freshness = { p50: 400, p95: 900, p99: 1_500, max: 3_000 };
const hops = { extract: freshness, deduplicate: freshness, store: freshness };
const run = (perSecond: number): LineRun => ({
  articles: 1_000,
  seconds: 1_000 / perSecond,
  perSecond,
  cpuMs: { fetcher: 2, extractor: 12, postgres: 4 },
  ends: { counts: { stored: 990, rejected: 10 }, lastAt: 0, freshness, hops },
  memory: { fetcher: memory },
});
const measured: Omit<LineReport, 'expectations'> = {
  part: 'line',
  options: {},
  full: run(80),
  half: run(40),
  second: run(90),
  floor: {
    libraries: { pages: 7, incidents: 2, signing: 1 },
    kafka: { articles: 50, records: 100, mib: 2, clientMs: 1, brokerMs: 0.5 },
    copy: { rows: 9, databaseMs: 0.5, bytes: { store: 4_096 } },
  },
  alternative: { pages: 100, articles: 90, seconds: 10, cpuMs: 90, databaseMs: 1 },
};

describe('the report on the line', () => {
  it('adds up the floor and holds the line against it', () => {
    expect(floorMs(measured)).toBe(12);
    expect(expectationsOf(measured).map(({ value, met }) => [value, met])).toEqual([
      [80, true],
      [1.5, true],
      [8, true],
      [1_500, true],
      [1.1, true],
    ]);
  });

  it('says what is not met', () => {
    const slow = { ...measured, full: { ...run(50), cpuMs: { extractor: 30 } } };
    expect(expectationsOf(slow).map(({ met }) => met)).toEqual([false, false, true, true, true]);
  });

  it('tells people all of it', () => {
    const text = reportText({ ...measured, expectations: expectationsOf(measured) });
    expect(text).toContain(
      'all at once: 80.0 articles a second, of 1000 (990 stored, 10 rejected)',
    );
    expect(text).toContain('fetched to stored: p50 400 ms, p99 1500 ms');
    expect(text).toContain('18.00 (fetcher 2.00, extractor 12.00, postgres 4.00)');
    expect(text).toContain('the line alone kept 1.62 cores busy');
    expect(text).toContain('10.0 pages a second');
    expect(text).toContain(
      'on disk an article: store 4.0 KiB; in Kafka before compression 41.0 KiB',
    );
  });
});
