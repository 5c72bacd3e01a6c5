import { describe, expect, it } from '@jest/globals';
import { verdict } from './invariants/verdict.js';
import { type ChaosReport, reportText, tally } from './report.js';

const report: ChaosReport = {
  seed: 42,
  passed: true,
  articles: 200,
  incidents: 134,
  kills: { kills: 20, killsUnderWork: 20, byService: { store: 12, fetcher: 8 } },
  redeliveries: 7,
  rebalances: 16,
  fetches: 203,
  ends: { stored: 200, rejected: 3 },
  offsetSamples: 900,
  drained: true,
  seconds: 190.4,
  verdicts: [verdict('I1', 'All URLs end.', [])],
};

describe('the report of a run', () => {
  it('says how to repeat it, what was done and what holds', () => {
    const text = reportText(report);
    for (const part of [
      '--seed 42',
      'store 12, fetcher 8',
      '7 redeliveries',
      'rejected 3',
      '190 s',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toContain('ok   I1: All URLs end.\n');
    expect(text).toContain('Nothing lost, nothing doubled');
  });

  it('shows what is broken with examples', () => {
    const broken = verdict('I1', 'All URLs end.', ['a has no end at all']);
    const text = reportText({ ...report, passed: false, drained: false, verdicts: [broken] });
    expect(text).toContain('FAIL I1: All URLs end. 1 violations:\n       a has no end at all\n');
    expect(text).toContain('NOT drained');
    expect(text).toContain('BROKEN');
  });
});

it('a tally counts words', () => expect(tally(['a', 'b', 'a'])).toEqual({ a: 2, b: 1 }));
