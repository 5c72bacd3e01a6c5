import { describe, expect, it } from '@jest/globals';

import { load } from './messaging-load.js';

describe('the load of the messaging bench', () => {
  it('is two kilobytes of valid JSON, whatever the index', () => {
    for (const index of [0, 1, 99, 12_345]) {
      const { value } = load('t', index, 0.01);
      expect(value?.length).toBeGreaterThan(1_900);
      expect(value?.length).toBeLessThan(2_100);
      expect(JSON.parse(String(value))).toMatchObject({ id: index });
    }
  });

  it('is the same for the same index and differs between indexes', () => {
    expect(load('t', 7, 0.01)).toEqual(load('t', 7, 0.01));
    expect(load('t', 7, 0.01).value).not.toEqual(load('t', 8, 0.01).value);
  });

  it('marks one record in a hundred as sampled', () => {
    const flags = Array.from({ length: 1_000 }, (_, i) => {
      return String(load('t', i, 0.01).headers['traceparent']).slice(-2);
    });
    expect(flags.filter((flag) => flag === '01')).toHaveLength(10);
  });
});
