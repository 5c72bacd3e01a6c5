import { describe, expect, it } from '@jest/globals';
import { overlap, sameWords, squeezed, wordSet } from './compare-text.js';

describe('texts compared', () => {
  it('are letters and digits alone', () => {
    expect(squeezed('“Bread”, 2 May – ÉLAN!')).toBe('bread2mayélan');
    expect(squeezed('面包，𠮷野家。')).toBe('面包𠮷野家');
    expect([...wordSet('Bread, bread; don’t')]).toEqual(['bread', 'don', 't']);
  });

  it('are the same but for case and punctuation', () => {
    expect(sameWords('Bread: dearer', 'bread – DEARER.')).toBe(true);
    expect(sameWords('Bread: dearer', 'Bread: cheaper')).toBe(false);
    expect(sameWords('…', '')).toBe(false);
  });

  it('share as many words as the first has of the second', () => {
    const known = wordSet('Bread is dearer again');
    expect(overlap('Bread is cheap now', known)).toBe(0.5);
    expect(overlap('bread', known)).toBe(1);
    expect(overlap('…', known)).toBe(0);
    expect(overlap('bread', wordSet(''))).toBe(0);
  });
});
