import { describe, expect, it } from '@jest/globals';
import { inWords } from './in-words.js';

describe('a duration in words', () => {
  it.each([
    [0, '0 min'],
    [90_000, '1.5 min'],
    [42 * 60_000, '42 min'],
    [27_000_000, '7.5 h'],
    [20 * 86_400_000, '20 d'],
    [Infinity, 'Infinity d'],
  ])('%d ms is %s', (ms, words) => {
    expect(inWords(ms)).toBe(words);
  });
});
