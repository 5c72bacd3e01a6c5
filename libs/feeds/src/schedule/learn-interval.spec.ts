import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { learnInterval, type ChangeHistory, type IntervalHints } from './learn-interval.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const bounds = { minMs: 10 * minute, maxMs: 7 * day };
const now = Date.parse('2024-05-17T10:00:00Z');
const empty: ChangeHistory = { polls: [], published: [] };
const learn = (history: Partial<ChangeHistory>, hints: IntervalHints = {}) =>
  learnInterval({ ...empty, ...history }, hints, bounds, now);
const every = (gap: number, count = 20) => Array.from({ length: count }, (_, i) => now - i * gap);

describe('the interval of a feed', () => {
  it('is an hour before anything is known', () => {
    expect(learn({})).toEqual({ intervalMs: hour, why: 'nothing is known yet' });
  });

  it('follows its dates from the first poll on', () => {
    expect(learn({ published: every(hour) })).toMatchObject({ why: 'publishes every 1 h' });
    expect(learn({ published: every(hour) }).intervalMs / minute).toBeCloseTo(24.5, 1);
    expect(learn({ published: every(6 * minute) }).intervalMs).toBe(10 * minute);
    expect(learn({ published: every(30 * day) }).intervalMs / day).toBeCloseTo(2.5, 1);
  });

  it('lengthens with a silence that is out of its way', () => {
    const stopped = every(hour).map((at) => at - 100 * day);
    const { intervalMs, why } = learn({ published: stopped });
    expect(intervalMs / day).toBeGreaterThan(4);
    expect(why).toContain('nothing new for 100 d');
  });

  it('does not believe dates that the polls belie', () => {
    const polls = Array.from({ length: 50 }, (_, i) => ({ atMs: now - (50 - i) * day, fresh: 0 }));
    const lively = learn({ polls, published: every(10 * minute) });
    expect(lively.intervalMs).toBe(7 * day);
    const fresh = polls.map((poll) => ({ ...poll, fresh: 3 }));
    const stale = learn({ polls: fresh, published: every(300 * day) });
    expect(stale.why).toContain('whatever its dates say');
    expect(stale.intervalMs).toBeLessThan(3 * hour);
  });
});

describe('what a feed or its server asks for', () => {
  it('is never undercut, within the bounds', () => {
    const busy = { published: every(minute * 10) };
    expect(learn(busy, { ttlMs: 6 * hour })).toEqual({
      intervalMs: 6 * hour,
      why: 'publishes every 10 min; its ttl asks for 6 h',
    });
    expect(learn(busy, { updatePeriodMs: hour, cacheFreshMs: 2 * hour }).intervalMs).toBe(2 * hour);
    expect(learn(busy, { ttlMs: 90 * day }).intervalMs).toBe(7 * day);
    expect(learn(busy, { ttlMs: NaN, cacheFreshMs: -5, updatePeriodMs: null }).intervalMs).toBe(
      learn(busy).intervalMs,
    );
  });

  it('may be hours in which it is not to be asked', () => {
    const skipHours = [10, 11, 12];
    const { intervalMs, why } = learn({ published: every(hour) }, { skipHours });
    expect([intervalMs, why]).toEqual([3 * hour, 'publishes every 1 h; it skips these hours']);
  });
});

describe('whatever the history', () => {
  it('the interval is whole and within the bounds', () => {
    const time = fc.integer({ min: now - 400 * day, max: now + 9 * day });
    const history = fc.record({
      polls: fc
        .array(
          fc.record({ atMs: time.map((at) => Math.min(at, now)), fresh: fc.nat({ max: 9 }) }),
          { maxLength: 50 },
        )
        .map((polls) => polls.sort((a, b) => a.atMs - b.atMs)),
      published: fc.array(time, { maxLength: 50 }),
    });
    const hints = fc.record({
      ttlMs: fc.option(fc.double()),
      skipHours: fc.uniqueArray(fc.nat({ max: 23 })),
    });
    fc.assert(
      fc.property(history, hints, (seen, wishes) => {
        const { intervalMs } = learnInterval(seen, wishes, bounds, now);
        expect(Number.isInteger(intervalMs)).toBe(true);
        expect(intervalMs).toBeGreaterThanOrEqual(bounds.minMs);
        expect(intervalMs).toBeLessThanOrEqual(bounds.maxMs);
      }),
      { numRuns: 1000 },
    );
  });
});
