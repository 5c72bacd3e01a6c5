import { describe, expect, it } from '@jest/globals';
import { ATTRIBUTES, DURATION_BUCKETS_S, METRICS } from './names.js';

describe('names', () => {
  it.each([...Object.values(METRICS), ...Object.values(ATTRIBUTES)])(
    '%s is of a standard namespace or ours, in lower case',
    (name) => {
      expect(name).toMatch(/^(messaging|kafka|tocsin)(\.[a-z]+(_[a-z]+)*)+$/);
    },
  );

  it('are each used for one thing', () => {
    const names = [...Object.values(METRICS), ...Object.values(ATTRIBUTES)];
    expect(new Set(names).size).toBe(names.length);
  });

  it('come with boundaries that grow', () => {
    expect([...DURATION_BUCKETS_S].sort((a, b) => a - b)).toEqual([...DURATION_BUCKETS_S]);
  });
});
