import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../text/tokens.js';
import { readRunningTotal } from './running-total.js';

describe('what was brought somewhere', () => {
  it('sums up nothing', () => {
    expect(readRunningTotal(tokenize('Three men were brought to the clinic.'))).toBe(false);
  });
});

describe('a running total', () => {
  it.each([
    'So far, 353 officers have been injured',
    'the death toll has risen to 13',
    '40 people have been killed this year',
    'bringing to nine the number of dead',
    'over the past five years 40 people lost their lives',
    'the killing of 14 women in the last few months',
  ])('is %j', (text) => {
    expect(readRunningTotal(tokenize(text))).toBe(true);
  });

  it.each(['Two officers were injured', 'a death toll of 13', 'he drove so far'])(
    'is told by its words: %j',
    (text) => {
      expect(readRunningTotal(tokenize(text))).toBe(text.includes('so far'));
    },
  );
});
