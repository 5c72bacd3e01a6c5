import { describe, expect, it } from '@jest/globals';
import { seeded } from '../corpus/random.js';
import { parts, planKills, SERVICES, shuffled } from './kill-plan.js';

describe('the plan of kills', () => {
  it.each([12, 20, 200])('strikes each service at least three times in %i', (kills) => {
    for (let seed = 0; seed < 20; seed++) {
      const plan = planKills(kills, seeded(seed));
      expect(plan).toHaveLength(kills);
      for (const service of SERVICES) {
        expect(plan.filter((kill) => kill.service === service).length).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it('owes less when there are fewer', () =>
    expect(planKills(4, seeded(1)).map((kill) => kill.service)).toHaveLength(4));

  it('is the same again from its seed, and another from another', () => {
    expect(planKills(20, seeded(7))).toEqual(planKills(20, seeded(7)));
    expect(planKills(20, seeded(8))).not.toEqual(planKills(20, seeded(7)));
  });

  it('strikes every other wave at once, and the others spread over some seconds', () => {
    const spreads = planKills(20, seeded(7)).map((kill) => kill.spreadMs);
    expect(spreads.filter((ms) => ms === 0)).toHaveLength(10);
    expect(Math.max(...spreads)).toBeGreaterThan(8_000);
    expect(Math.max(...spreads)).toBeLessThanOrEqual(16_000);
  });

  it('waits a moment of its own before each', () => {
    const moments = planKills(200, seeded(7)).map((kill) => kill.afterMs);
    expect(Math.min(...moments)).toBeGreaterThanOrEqual(2);
    expect(Math.max(...moments)).toBeLessThanOrEqual(500);
    for (const [from, to] of [
      [0, 12],
      [12, 80],
      [80, 501],
    ] as const) {
      const within = moments.filter((ms) => ms >= from && ms < to);
      expect(within.length).toBeGreaterThan(40);
    }
  });
});

describe('shuffling', () => {
  it('keeps every item once', () => {
    const items = [...'abcdefgh'];
    const mixed = shuffled(items, seeded(3));
    expect(mixed).not.toEqual(items);
    expect(mixed.sort()).toEqual(items);
  });
});

describe('splitting into waves', () => {
  it('gives every item once, in parts of nearly equal size', () => {
    const waves = parts([1, 2, 3, 4, 5, 6, 7], 3);
    expect(waves).toEqual([
      [1, 2],
      [3, 4],
      [5, 6, 7],
    ]);
  });

  it('gives empty parts when there are more parts than items', () =>
    expect(parts([1], 2).flat()).toEqual([1]));
});
