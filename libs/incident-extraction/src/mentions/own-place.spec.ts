import { describe, expect, it } from '@jest/globals';
import { placed } from '../testing/placed.js';
import { ownClauseFirst } from './own-place.js';

/** What is told where the likeliest place was taken to be `likeliest`. */
const told = (likeliest: string, first: string, ...more: string[]): string => {
  const candidates = placed(first, more).candidates.map((each) =>
    each.place.name === 'Kansas' ? { ...each, place: { ...each.place, admin1: 'Kansas' } } : each,
  );
  const candidate = candidates.find(({ place }) => place.name === likeliest)!;
  return ownClauseFirst({ candidate, level: 'place' }, candidates).candidate.place.name;
};

describe('a dateline’s town', () => {
  const dateline = 'SPRINGFIELD (AP) -- A man died during a clash';

  it('gives way to what the event’s own clause names elsewhere', () => {
    expect(told('Springfield', `${dateline} in Kansas on Monday.`)).toBe('Kansas');
  });

  it('stands where that holds it, or names nothing', () => {
    expect(told('Springfield', `${dateline} in Illinois on Monday.`)).toBe('Springfield');
    expect(told('Springfield', `${dateline} on Monday.`)).toBe('Springfield');
  });

  it('stands where it is named again', () => {
    expect(
      told('Springfield', `${dateline} in Kansas on Monday.`, 'Springfield police said so.'),
    ).toBe('Springfield');
  });
});
