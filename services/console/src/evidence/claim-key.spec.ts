import { describe, expect, it } from '@jest/globals';
import { claim } from '../testing/incident.js';
import { claimKey } from './claim-key.js';

describe('the key of a claim', () => {
  it('is the same for the same claim, read twice', () => {
    expect(claimKey(claim())).toBe(claimKey(claim()));
  });

  it('is another for another field, place or mention', () => {
    const others = [
      claim({ field: 'when' }),
      claim({ start: 1 }),
      claim({ end: 9 }),
      claim({}, 'a2'),
    ];
    expect(new Set([claim(), ...others].map(claimKey)).size).toBe(5);
  });
});
