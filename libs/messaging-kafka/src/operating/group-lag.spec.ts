import { describe, expect, it } from '@jest/globals';
import type { BrokerReader, CommittedOffset, LogRange } from '@tocsin/messaging';

import { groupLag } from './group-lag.js';

const reader = (committed: Record<number, bigint>, ranges: readonly LogRange[]): BrokerReader => ({
  committed: async () =>
    new Map<number, CommittedOffset>(
      Object.entries(committed).map(([p, offset]) => [Number(p), { offset, metadata: '' }]),
    ),
  ranges: async () => new Map(ranges.map((range, partition) => [partition, range])),
});

describe('how far a group is behind', () => {
  it('is the distance from its commit to the end', async () => {
    const [lag] = await groupLag(reader({ 0: 4n }, [{ low: 0n, high: 10n }]), 'g', 't');
    expect(lag).toEqual({ partition: 0, committed: 4n, end: 10n, lag: 6n });
  });

  it('is everything still in the log where it never committed', async () => {
    const [lag] = await groupLag(reader({}, [{ low: 3n, high: 10n }]), 'g', 't');
    expect(lag).toEqual({ partition: 0, committed: null, end: 10n, lag: 7n });
  });

  it('does not count what retention has taken', async () => {
    const [lag] = await groupLag(reader({ 0: 1n }, [{ low: 8n, high: 10n }]), 'g', 't');
    expect(lag?.lag).toBe(2n);
  });

  it('is nothing at the end, and never negative', async () => {
    const ranges = [
      { low: 0n, high: 5n },
      { low: 0n, high: 5n },
    ];
    const lags = await groupLag(reader({ 0: 5n, 1: 9n }, ranges), 'g', 't');
    expect(lags.map(({ lag }) => lag)).toEqual([0n, 0n]);
  });
});
