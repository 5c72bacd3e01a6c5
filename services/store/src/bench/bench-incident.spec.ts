import { describe, expect, it } from '@jest/globals';
import { IncidentRevised } from '@tocsin/contracts';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { randomOf } from './random.js';
import { revised } from '../testing/records.js';
import { benchIncident, townAt, wordAt, wordRank } from './bench-incident.js';

describe('an incident of the bench', () => {
  it('keeps to the contract and is always the same', () => {
    const validate = new Ajv2020({ strict: false }).compile(IncidentRevised);
    for (let n = 0; n < 50; n += 1) {
      const record = { ...revised(), incident: benchIncident(n) };
      expect([validate(record), validate.errors]).toEqual([true, null]);
    }
    expect(benchIncident(7)).toEqual(benchIncident(7));
  });

  it('lies on the map, in words that differ', () => {
    for (let rank = 0; rank < 4_000; rank += 1) {
      expect(Math.abs(townAt(rank).latitude)).toBeLessThan(90);
      expect(Math.abs(townAt(rank).longitude)).toBeLessThan(180);
    }
    const random = randomOf(3);
    const ranks = Array.from({ length: 20_000 }, () => wordRank(random));
    expect(Math.min(...ranks)).toBe(0);
    expect(Math.max(...ranks)).toBeLessThan(20_000);
    expect(new Set(Array.from({ length: 20_000 }, (_, n) => wordAt(n))).size).toBe(20_000);
  });
});
