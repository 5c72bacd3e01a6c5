import { describe, expect, it } from '@jest/globals';
import type { BrokerReader } from '@tocsin/messaging';
import type { LineStats } from '../start/line-api.js';
import { type Drain, drainedInTime } from './drained-in-time.js';

const hop = { p50: 0, p99: 0 };
const stats: LineStats = {
  articles: 5,
  rejected: 0,
  failed: 0,
  deadLetters: 0,
  pending: 0,
  hops: { fetch: hop, extract: hop, deduplicate: hop, store: hop },
};
const empty: BrokerReader = {
  committed: async () => new Map(),
  ranges: async () => new Map([[0, { low: 0n, high: 0n }]]),
};
const still: Drain = {
  stats: async () => stats,
  broker: empty,
  retriesWaiting: async () => 0,
  unsent: async () => 0,
  expected: 5,
  signal: new AbortController().signal,
};
/** The limit is for those that are not drained: the others need as long as a busy machine takes. */
const ends = (changes: Partial<Drain>, limitMs = 5_000) =>
  drainedInTime({ ...still, ...changes }, limitMs, 1);

describe('a line', () => {
  it('is drained when nothing is anywhere', async () => expect(await ends({})).toBe(true));

  it.each<[string, Partial<Drain>]>([
    ['a record waits in a retry topic', { retriesWaiting: async () => 1 }],
    ['a row waits in an outbox', { unsent: async () => 1 }],
    ['a URL has not ended', { stats: async () => ({ ...stats, pending: 1 }) }],
    ['too few have ended', { expected: 6 }],
    [
      'a record waits in a topic',
      { broker: { ...empty, ranges: async () => new Map([[0, { low: 0n, high: 1n }]]) } },
    ],
  ])('is not drained in time when %s', async (_, changes) =>
    expect(await ends(changes, 100)).toBe(false),
  );

  it('is drained as soon as the last outbox row is sent', async () => {
    const rows = [2, 1];
    expect(await ends({ unsent: async () => rows.pop() ?? 0 })).toBe(true);
  });
});

describe('the wait', () => {
  it('ends when somebody asks', async () =>
    await expect(ends({ signal: AbortSignal.abort(new Error('stop')) })).rejects.toThrow('stop'));

  it('goes on while a service does not answer', async () => {
    let asked = 0;
    const late = async () => {
      if (++asked < 3) throw new Error('refused');
      return stats;
    };
    expect(await ends({ stats: late })).toBe(true);
    expect(asked).toBeGreaterThan(3);
  });
});
