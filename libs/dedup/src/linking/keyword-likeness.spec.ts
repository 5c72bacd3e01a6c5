import { describe, expect, it } from '@jest/globals';
import { cosine, nameKeys, sharedNames } from './keyword-likeness.js';

const words = (...terms: string[]) =>
  terms.map((term) => ({
    term: term.toLowerCase(),
    weight: 0.5,
    name: term !== term.toLowerCase(),
  }));
const a = words('bread', 'Serik', 'Nurly', 'oven');
const b = words('bread', 'Serik', 'flour', 'Aigul');

describe('how alike two texts are', () => {
  it('is the cosine of their keywords', () => {
    expect(cosine(a, b)).toBeCloseTo(0.5);
    expect(cosine(a, [])).toBe(0);
  });

  it('is how many names they share', () => {
    expect(sharedNames(a, b)).toBe(1);
  });
});

describe('the keys that a text is filed by', () => {
  it('are pairs of names, and each name with the region', () => {
    expect(nameKeys(a, 'KAZ/Almaty')).toEqual([
      'nurly serik',
      'nurly in KAZ/Almaty',
      'serik in KAZ/Almaty',
    ]);
    expect(nameKeys(a, null)).toEqual(['nurly serik']);
  });

  it('are bounded', () => {
    const many = words(...Array.from({ length: 60 }, (_, i) => `N${i}`));
    expect(nameKeys(many, 'KAZ/Almaty')).toHaveLength(36);
  });
});
