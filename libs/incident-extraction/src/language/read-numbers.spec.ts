import { describe, expect, it } from '@jest/globals';
import { readNumbers } from './read-numbers.js';

describe('numbers of a text', () => {
  it('have their words, place and value', () => {
    expect(readNumbers('Some 30 cows and two dozen men, aged 25')).toEqual([
      { words: '30', start: 5, end: 7, value: 30 },
      { words: 'two dozen', start: 17, end: 26, value: 24 },
    ]);
  });

  it('are none in a text without', () => {
    expect(readNumbers('nothing to count on May 5')).toEqual([]);
  });
});
