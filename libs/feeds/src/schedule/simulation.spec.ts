import { describe, expect, it } from '@jest/globals';
import { learnInterval } from './learn-interval.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const bounds = { minMs: 10 * minute, maxMs: 7 * day };
const ENTRIES_SHOWN = 20;

/** Uniform in [0, 1), the same numbers for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Arrivals of a Poisson process whose mean gap may depend on the time. */
function arrivals(days: number, gapAt: (at: number) => number, seed: number): number[] {
  const random = seeded(seed);
  const times: number[] = [];
  for (let at = 0; at < days * day;) {
    at += -Math.log(1 - random()) * gapAt(at);
    times.push(at);
  }
  return times;
}

interface Outcome {
  /** Minutes from publication to detection, over all entries published after the first day. */
  readonly delay: number;
  readonly pollsPerDay: number;
  /** Within the last tenth of the time. */
  readonly lateGapHours: number;
}

/** Polls a feed for some days as `learnInterval` says; with `dated` the feed names its dates. */
function simulate(events: readonly number[], days: number, dated: boolean): Outcome {
  const polls: { atMs: number; fresh: number }[] = [];
  const delays: number[] = [];
  const gaps: number[] = [];
  let seen = 0;
  let count = 0;
  for (let at = 0; at < days * day; count++) {
    const before = seen;
    for (let event = events[seen]; event !== undefined && event <= at; event = events[++seen])
      if (event > day) delays.push(at - event);
    polls.push({ atMs: at, fresh: seen - before });
    const published = dated ? events.slice(Math.max(0, seen - ENTRIES_SHOWN), seen) : [];
    const { intervalMs } = learnInterval({ polls: polls.slice(-50), published }, {}, bounds, at);
    if (at > days * day * 0.9) gaps.push(intervalMs);
    at += intervalMs;
  }
  const mean = (values: readonly number[]) =>
    values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);
  return {
    delay: mean(delays) / minute,
    pollsPerDay: count / days,
    lateGapHours: mean(gaps) / hour,
  };
}

const byHour = (at: number) => Math.floor(at / hour) % 24;
const FEEDS = {
  busy: { days: 30, events: arrivals(30, () => 6 * minute, 1) },
  hourly: { days: 60, events: arrivals(60, () => hour, 2) },
  /** An editorial day: every 20 minutes from 6 to 22, hardly anything at night. */
  dayAndNight: {
    days: 60,
    events: arrivals(60, (at) => (byHour(at) >= 6 && byHour(at) < 22 ? 20 * minute : 4 * hour), 3),
  },
  daily: { days: 200, events: arrivals(200, () => day, 4) },
  weekly: { days: 400, events: arrivals(400, () => 7 * day, 8) },
  monthly: { days: 900, events: arrivals(900, () => 30 * day, 5) },
  /** Every 30 minutes for ten days, then never again. */
  dead: { days: 600, events: arrivals(10, () => 30 * minute, 6) },
  /** Four days of nothing, then a day with an entry every 10 minutes. */
  bursty: {
    days: 100,
    events: arrivals(100, (at) => (Math.floor(at / day) % 5 === 4 ? 10 * minute : 2 * day), 7),
  },
};

describe('feeds that are polled as was learned', () => {
  // Caps a tenth or so above what was measured. The floor of 10 minutes is 5 of delay, 144 polls.
  it.each([
    ['busy', true, 6.5, 130],
    ['busy', false, 5.5, 144],
    ['hourly', true, 15, 60],
    ['hourly', false, 15, 62],
    ['dayAndNight', true, 13, 70],
    ['dayAndNight', false, 14, 65],
    ['daily', true, 95, 11],
    ['daily', false, 130, 10],
    ['weekly', true, 550, 1.9],
    ['weekly', false, 1050, 1.7],
    ['monthly', true, 2900, 0.5],
    ['monthly', false, 2600, 0.5],
    ['bursty', true, 45, 16],
    ['bursty', false, 105, 9],
  ] as const)(
    '%s (dated: %s) wait %d min at most for %d polls a day',
    (name, dated, delay, pollsPerDay) => {
      const { days, events } = FEEDS[name];
      const outcome = simulate(events, days, dated);
      expect(outcome.delay).toBeLessThan(delay);
      expect(outcome.pollsPerDay).toBeLessThanOrEqual(pollsPerDay);
    },
  );

  it.each([true, false])('dead (dated: %s) come to be asked once a week', (dated) => {
    const { days, events } = FEEDS.dead;
    const { lateGapHours } = simulate(events, days, dated);
    expect(lateGapHours).toBeGreaterThan(6.9 * 24);
  });
});
