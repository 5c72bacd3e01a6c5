import { describe, expect, it } from '@jest/globals';
import { faultsOf, servedSeries } from './known-series.js';

const none = new Set<string>();

describe('an expression', () => {
  it('of what services give has no faults', () => {
    expect(
      faultsOf('sum by (le) (rate(tocsin_article_freshness_bucket{le="120"}[5m]))', none),
    ).toEqual([]);
    expect(faultsOf('max by (instance) (tocsin_outbox_oldest_age) > 120', none)).toEqual([]);
    expect(faultsOf('up{job="tocsin"} == 0', none)).toEqual([]);
  });

  it('of a renamed metric, a label that it lost, or a grouping by nothing has', () => {
    expect(faultsOf('rate(tocsin_fetch_end_total[5m])', none)).toEqual([
      'nobody gives tocsin_fetch_end_total',
    ]);
    expect(faultsOf('tocsin_feeds{state="parked"}', none)).toEqual(['tocsin_feeds has no state']);
    expect(faultsOf('max by (state) (tocsin_feeds)', none)).toEqual(['nothing of it has state']);
    expect(faultsOf('tocsin_fetch_duration', none)).toHaveLength(1);
  });

  it('may read what is recorded', () => {
    expect(faultsOf('a:b:c5m > 1', new Set(['a:b:c5m']))).toEqual([]);
    expect(faultsOf('a:b:c5m > 1', none)).toEqual(['nobody gives a:b:c5m']);
  });
});

it('counters, gauges and histograms are known by the names of their kinds', () => {
  expect(servedSeries.has('tocsin_fetch_ends_total')).toBe(true);
  expect(servedSeries.has('tocsin_feeds')).toBe(true);
  expect(servedSeries.get('tocsin_fetch_duration_bucket')?.has('le')).toBe(true);
  expect(servedSeries.get('tocsin_fetch_duration_count')?.has('le')).toBe(false);
});
