import { describe, expect, it } from '@jest/globals';
import type { Cost, Measurement } from './measure.js';
import { expectationsOf, reportText } from './report.js';

const cost = (articles: number, articlesPerSecond: number, postgres: number): Cost => ({
  articles,
  mentions: articles / 5,
  articlesPerSecond,
  mentionsPerSecond: articlesPerSecond / 5,
  cpuMs: { own: 1, postgres, kafka: 0.1 },
});
const measured = (
  instances: number,
  articlesPerSecond: number,
  { stored = 10_000, postgres = 0.5, settling = 300 } = {},
): Measurement => ({
  stored,
  instances,
  settling: cost(settling, articlesPerSecond / 2, 2 * postgres),
  ...cost(3_000, articlesPerSecond, postgres),
});

describe('the report on the deduplicator', () => {
  const measurements = [
    measured(1, 500),
    measured(2, 750),
    measured(1, 400, { stored: 2_000_000, postgres: 0.8, settling: 10_000 }),
  ];
  const text = reportText({
    part: 'deduplicator',
    signedPerSecond: 13_000,
    measurements,
    bytesPerArticle: { article: 1_000, article_band: 3_000 },
    expectations: expectationsOf(13_000, measurements),
  });

  it('holds signing against what is wanted', () => {
    expect(text).toContain('13000.00 (wanted: ≥ 12000; met)');
    expect(expectationsOf(11_000, [])[0]?.met).toBe(false);
  });

  it('has a line for each measurement', () => {
    expect(text).toContain('10000       2          750         150         1.00, 0.50, 0.10');
  });

  it('says what two instances gain and whether the machine or waiting limits them', () => {
    expect(text).toContain('2 instances at 10000: 1.50 times one');
    expect(text).toContain('use 1.20 cores');
  });

  it('holds the cost in a full window against that in an empty one', () => {
    expect(text).toContain('of that at fewest: 1.20 (wanted: ≤ 1.25; met)');
    const dearer = [measured(1, 500), measured(1, 300, { stored: 20_000, postgres: 1 })];
    expect(expectationsOf(13_000, dearer)[1]?.met).toBe(false);
    expect(expectationsOf(13_000, measurements.slice(0, 2))).toHaveLength(1);
  });

  it('tells what the first articles took where they were many', () => {
    expect(text).toContain(
      'the first 10000 at 2000000, whose pages are new to memory and log: 200 articles/s, 1.00, 1.60, 0.10',
    );
    expect(text.match(/the first/g)).toHaveLength(1);
  });

  it('works out the bytes of a whole window', () => {
    expect(text).toContain('4000  together × 14000000 = 52.2 GiB');
  });
});
