import { describe, expect, it } from '@jest/globals';
import { placed } from '../testing/placed.js';
import { isNationals } from './nationals.js';

const only = (first: string, ...more: string[]): boolean =>
  isNationals(placed(first, more).candidates.find(({ place }) => place.kind === 'country')!);

describe('a country whose people a text names', () => {
  it('is no place by them, nor by where they come from', () => {
    expect(only('Two Freedonia citizens were killed on Monday.')).toBe(true);
    expect(only('Two Freedonia citizens were killed.', 'They were flown to Freedonia.')).toBe(true);
  });

  it('is one where something is said to be in it', () => {
    expect(only('Two Freedonia citizens were killed.', 'They lived in Freedonia.')).toBe(false);
    expect(only('Two men were killed in Freedonia.')).toBe(false);
  });
});
