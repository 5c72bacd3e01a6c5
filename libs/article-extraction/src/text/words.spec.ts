import { describe, expect, it } from '@jest/globals';
import { lettersOf, sharedWords, wordsOf } from './words.js';

describe('words', () => {
  it('are of any script, one a letter where no blanks part them', () => {
    expect(wordsOf('The “Bread” is dearer!')).toEqual(['the', 'bread', 'is', 'dearer']);
    expect(wordsOf('面包 up')).toEqual(['面', '包', 'up']);
    expect(wordsOf('हिन्दी में')).toEqual(['हिन्दी', 'में']);
    expect(wordsOf(' – ')).toEqual([]);
  });

  it('are shared as a part of the shorter text', () => {
    expect(sharedWords(['a', 'b'], ['b', 'c', 'd'])).toBe(0.5);
    expect(sharedWords([], ['a'])).toBe(0);
  });
});

describe('letters', () => {
  it('are equal for texts that differ in punctuation', () => {
    expect(lettersOf('Bread – is dearer!')).toBe(lettersOf('bread is, DEARER'));
  });
});
