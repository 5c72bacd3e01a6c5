import { describe, expect, it } from '@jest/globals';
import { RISING, ratioOf } from './toll-likeness.js';

describe('how far apart two tolls are', () => {
  it('is nothing where they are the same, and the same both ways', () => {
    expect(ratioOf(0, 0)).toBe(0);
    expect(ratioOf(3, 7)).toBe(ratioOf(7, 3));
  });

  it('is more than a rise from three to one on', () => {
    expect(ratioOf(3, 7)).toBeLessThan(RISING);
    expect(ratioOf(2, 9)).toBeGreaterThan(RISING);
  });
});
