import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cosine, isTownNamed, nameKeys, shareNameKey, sharedNames } from './keyword-likeness.js';

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

  it('are shared as if they were made', () => {
    const names = fc.uniqueArray(fc.constantFrom(...'ABCDEFGHIJKLM'), { maxLength: 12 });
    const region = fc.constantFrom('KAZ/Almaty', '?/Almaty', null);
    const text = fc.record({ names, region });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [x, y] = [words(...one.names), words(...other.names)];
        const keys = new Set(nameKeys(x, one.region));
        const isOneRegion = one.region !== null && one.region === other.region;

        expect(shareNameKey(x, y, isOneRegion)).toBe(
          nameKeys(y, other.region).some((key) => keys.has(key)),
        );
      }),
    );
  });
});

it('only the heaviest four names of a text may be a town’s', () => {
  const text = words('A', 'fire', 'B', 'C', 'D', 'E');
  const named = ['a', 'd', 'e', 'fire'].map((name) => isTownNamed(text, name));

  expect(named).toEqual([true, true, false, false]);
});
