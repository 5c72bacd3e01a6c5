import { describe, expect, it } from '@jest/globals';
import { changesIn, polledRate, publishedRate } from './change-rate.js';

const hour = 3_600_000;
const polls = (...fresh: number[]) => fresh.map((each, i) => ({ atMs: i * hour, fresh: each }));
const perHour = (rate: number | null) => (rate === null ? null : rate * hour);

describe('publication times', () => {
  it('that lie together are one change, and future ones none', () => {
    expect(changesIn([9 * hour, hour + 60_000, hour, 3 * hour], 4 * hour)).toEqual([
      hour,
      3 * hour,
    ]);
  });

  it('give a rate up to now, silence included', () => {
    expect(perHour(publishedRate([0, hour, 2 * hour], 4 * hour))).toBeCloseTo(0.5, 9);
    expect(publishedRate([0], hour)).toBeNull();
    expect(publishedRate([], hour)).toBeNull();
  });
});

describe('polls', () => {
  it('give the rate of Cho and Garcia-Molina where they are regular', () => {
    // −ln((n − X + 0.5)/(n + 0.5)) for n polls of which X saw a change.
    expect(perHour(polledRate(polls(0, 1, 0, 0, 5)))).toBeCloseTo(-Math.log(2.5 / 4.5), 6);
    expect(perHour(polledRate(polls(0, 1, 1, 1)))).toBeCloseTo(-Math.log(0.5 / 3.5), 6);
  });

  it('take the first one as the start: to it everything is fresh', () => {
    expect(polledRate(polls(20, 0, 0))).toBe(0);
    expect(polledRate(polls(20))).toBeNull();
    expect(polledRate([])).toBeNull();
  });

  it('may be irregular', () => {
    const irregular = [0, 1, 9, 10].map((at, i) => ({ atMs: at * hour, fresh: i === 2 ? 1 : 0 }));
    // One change in the eight hours, none in two: 8/(e^8r − 1) = 2 + 10/3/2.
    const rate = perHour(polledRate(irregular)) ?? 0;
    expect(8 / Math.expm1(8 * rate)).toBeCloseTo(2 + 5 / 3, 6);
  });

  it('at one and the same time do not break it', () => {
    const same = [0, 1, 1].map((fresh) => ({ atMs: 5, fresh }));
    expect(Number.isFinite(polledRate(same))).toBe(true);
  });
});
