import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ClaimedFeed } from '../frontier/types.js';
import { afterBusy, afterFailure, afterSuccess } from './schedule.js';

const MINUTE = 60_000;
const DAY = 86_400_000;
const bounds = { minMs: 10 * MINUTE, maxMs: 7 * DAY };
const now = Date.parse('2026-03-20T00:00:00Z');
const memory = { hints: null, published: [] };
const feed = (more: Partial<ClaimedFeed> = {}): ClaimedFeed => ({
  id: '0'.repeat(32),
  url: 'https://a.org/feed',
  leaseToken: '1',
  hostLease: { host: 'a.org', token: '1', grantedAt: 0 },
  intervalMs: 30 * MINUTE,
  failures: 0,
  failingSinceMs: null,
  settings: {},
  priority: 0,
  kind: null,
  bodyHash: null,
  memory,
  known: true,
  history: [],
  etag: null,
  lastModified: null,
  ...more,
});

describe('the next poll after an answer', () => {
  it('comes at a distance within the bounds, of the service or of the feed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ gap: fc.integer({ min: 1, max: 10 * DAY }), fresh: fc.nat(50) }), {
          maxLength: 50,
        }),
        fc.nat(50),
        fc.boolean(),
        (past, fresh, own) => {
          let atMs = now;
          const history = past
            .map((one) => ({ atMs: (atMs -= one.gap), fresh: one.fresh }))
            .reverse();
          const settings = own ? { minIntervalMs: 20 * MINUTE, maxIntervalMs: 40 * MINUTE } : {};
          const { intervalMs, afterMs, why } = afterSuccess(
            feed({ history, settings }),
            bounds,
            memory,
            null,
            now,
          )(fresh);
          expect(intervalMs).toBeGreaterThanOrEqual(own ? 20 * MINUTE : bounds.minMs);
          expect(intervalMs).toBeLessThanOrEqual(own ? 40 * MINUTE : bounds.maxMs);
          expect(afterMs).toBeGreaterThanOrEqual(intervalMs);
          expect(afterMs).toBeLessThanOrEqual(intervalMs * 1.1);
          expect(why).not.toBe('');
        },
      ),
    );
  });

  it('is spread by the feed, so that feeds added together part ways', () => {
    const of = (id: string) => afterSuccess(feed({ id }), bounds, memory, null, now)(1).afterMs;
    expect(of('0'.repeat(32))).not.toBe(of('f'.repeat(32)));
  });
});

describe('the next poll after a failure', () => {
  const after = (failures: number, asked: number) =>
    afterFailure(feed(), failures, asked, bounds, 1)().afterMs;

  it('comes later each time, up to a day', () => {
    expect([1, 2, 3].map((n) => after(n, 0))).toEqual([30, 60, 120].map((n) => n * MINUTE));
    expect(after(50, 0)).toBe(DAY);
  });

  it('never comes sooner than the server asked', () => {
    expect(after(1, 2 * DAY)).toBe(2 * DAY);
  });

  it('says what it waits for and forgets nothing that was learned', () => {
    expect(afterFailure(feed(), 2, 0, bounds, 0)()).toMatchObject({
      intervalMs: 30 * MINUTE,
      why: 'waits after 2 failures in a row',
    });
  });
});

describe('the next poll after none, as its host was busy', () => {
  it('comes when the host is free', () => {
    expect(afterBusy(feed(), 700)().afterMs).toBe(700);
    expect(afterBusy(feed(), 0)().afterMs).toBe(100);
  });
});
