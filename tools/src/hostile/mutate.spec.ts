import { describe, expect, it } from '@jest/globals';
import { seeded } from '../corpus/random.js';
import { MAX_BYTES, mutated } from './mutate.js';

const ingredients = {
  seeds: [Buffer.from('<a>one 1</a>'), Buffer.from('{"b": 2}'), Buffer.alloc(0)],
  pieces: ['<![CDATA[', '__proto__'],
};
const inputs = (seed: number, count: number): Buffer[] => {
  const random = seeded(seed);
  return Array.from({ length: count }, () => mutated(ingredients, random));
};

describe('hostile inputs', () => {
  it('are the same for the same seed, and others for another', () => {
    const whole = (seed: number) => Buffer.concat(inputs(seed, 100));
    expect(whole(1).equals(whole(1))).toBe(true);
    expect(whole(1).equals(whole(2))).toBe(false);
  });

  it('stay under their cap and leave the seeds as they were', () => {
    expect(Math.max(...inputs(3, 500).map(({ length }) => length))).toBeLessThanOrEqual(MAX_BYTES);
    expect(ingredients.seeds.map(String)).toEqual(['<a>one 1</a>', '{"b": 2}', '']);
  });

  it('are of every kind: short and long, text and none, with what was put in', () => {
    const all = inputs(4, 500);
    expect(all.some(({ length }) => length === 0)).toBe(true);
    expect(all.some(({ length }) => length > 10_000)).toBe(true);
    expect(all.some((input) => input.includes('<![CDATA['))).toBe(true);
    expect(all.some((input) => input.toString('utf8').includes('\ufffd'))).toBe(true);
  });
});
