import { describe, expect, it } from '@jest/globals';
import type { Measurement } from './measure.js';
import { expectationsOf, reportText } from './report.js';

const measured = (instances: number, articlesPerSecond: number): Measurement => ({
  stored: 10_000,
  instances,
  articles: 3_000,
  mentions: 600,
  articlesPerSecond,
  mentionsPerSecond: articlesPerSecond / 5,
  cpuMs: { own: 1, postgres: 0.5, kafka: 0.1 },
});

describe('the report on the deduplicator', () => {
  const text = reportText({
    part: 'deduplicator',
    signedPerSecond: 13_000,
    measurements: [measured(1, 500), measured(2, 750)],
    bytesPerArticle: { article: 1_000, article_band: 3_000 },
    expectations: expectationsOf(13_000),
  });

  it('holds signing against what is wanted', () => {
    expect(text).toContain('13000.00 (wanted: ≥ 12000; met)');
    expect(expectationsOf(11_000)[0]?.met).toBe(false);
  });

  it('has a line for each measurement', () => {
    expect(text).toContain('10000       2          750         150         1.00, 0.50, 0.10');
  });

  it('says what two instances gain and whether the machine or waiting limits them', () => {
    expect(text).toContain('2 instances at 10000: 1.50 times one');
    expect(text).toContain('use 1.20 cores');
  });

  it('works out the bytes of a whole window', () => {
    expect(text).toContain('4000  together × 14000000 = 52.2 GiB');
  });
});
