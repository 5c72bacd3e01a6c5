import { describe, expect, it } from '@jest/globals';
import { orderKey, orderSpan } from './order-key.js';

const DAY_MS = 86_400_000;

describe('the order of articles', () => {
  it('is that of their time, then one that hangs on nothing but their ids', () => {
    expect(orderKey(2_000, 'a')).toBeGreaterThan(orderKey(1_000, 'b'));
    expect(orderKey(1_000, 'a')).not.toBe(orderKey(1_000, 'b'));
    expect(orderKey(1_000, 'a')).toBe(orderKey(1_999, 'a'));
  });

  it('is measured in days', () => {
    const [first, last] = [orderKey(0, 'a'), orderKey(14 * DAY_MS, 'a')];
    expect(last - first).toBe(orderSpan(14));
  });

  it.each([Number.NaN, -1e15, 1e18, Infinity])('takes the time %p that a page claims', (at) => {
    const key = orderKey(at, 'a');
    expect(BigInt.asIntN(64, key)).toBe(key);
    expect(key).toBeGreaterThanOrEqual(0n);
  });
});
