import { describe, expect, it } from '@jest/globals';
import { BoundedMap } from './bounded-map.js';

describe('a map with a bound', () => {
  it('remembers what it was told', () => {
    const map = new BoundedMap<number>(2);
    expect(map.set('a', 1)).toBe(1);
    map.set('a', 2);
    expect([map.get('a'), map.get('b'), map.size]).toEqual([2, undefined, 1]);
  });

  it('never holds more than its limit', () => {
    const map = new BoundedMap<number>(3);
    const sizes = Array.from({ length: 10 }, (_, i) => {
      map.set(`word ${i}`, i);
      return map.size;
    });
    expect(sizes).toEqual([1, 2, 3, 1, 2, 3, 1, 2, 3, 1]);
    expect(map.get('word 9')).toBe(9);
  });

  it('forgets nothing for an entry that it has', () => {
    const map = new BoundedMap<number>(2);
    map.set('a', 1);
    map.set('b', 2);
    map.set('b', 3);
    expect([map.get('a'), map.get('b')]).toEqual([1, 3]);
  });
});
