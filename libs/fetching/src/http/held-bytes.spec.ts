import { describe, expect, it } from '@jest/globals';
import { HeldBytes } from './held-bytes.js';

describe('what all requests hold together', () => {
  it('is bounded, and free again when it was given back', () => {
    const held = new HeldBytes(10);
    expect([held.take(6), held.take(5), held.take(4)]).toEqual([true, false, true]);
    held.give(6);
    expect(held.bytes).toBe(4);
    expect(held.take(6)).toBe(true);
  });
});
