import type { Incident } from '@tocsin/contracts';
import { describe, expect, it } from '@jest/globals';
import { summarise, summaryText } from './summary.js';

const hop = { p50: 3, p99: 9 };
const stats = {
  articles: 25,
  rejected: 1,
  failed: 0,
  deadLetters: 0,
  pending: 0,
  hops: { fetch: hop, extract: hop, deduplicate: hop, store: hop },
};
const incidents = [{ incidentId: 'i1' }, { incidentId: 'i2' }] as Incident[];

describe('the summary of a run', () => {
  it('has the fields that scripts read, and no others', () => {
    expect(Object.keys(summarise(stats, incidents, 1)).sort()).toEqual([
      'articles',
      'deadLetters',
      'failed',
      'hops',
      'incidents',
      'rejected',
      'seconds',
    ]);
  });

  it('rounds seconds to tenths', () => {
    expect(summarise(stats, incidents, 12.3456).seconds).toBe(12.3);
  });

  it('keeps the times of every hop', () => {
    expect(summarise(stats, incidents, 1).hops.deduplicate).toEqual(hop);
  });

  it('is one line for people', () => {
    expect(summaryText(summarise(stats, incidents, 8.04))).toBe(
      '25 articles, 2 incidents, 1 rejected, 0 dead letters in 8 s\n',
    );
  });
});
