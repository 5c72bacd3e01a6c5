import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../text/tokens.js';
import { readRunningTotal } from './running-total.js';

describe('what was brought somewhere', () => {
  it('sums up nothing', () => {
    expect(readRunningTotal(tokenize('Three men were brought to the clinic.'))).toBeNull();
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
    expect(readRunningTotal(tokenize(text))).not.toBeNull();
  });

  it('of whole years is told apart from what something has come to', () => {
    const kind = (text: string) => readRunningTotal(tokenize(text));
    expect(kind('141 minors died in accidental shootings in 2015')).toBe('years');
    expect(kind('fires kill dozens of people each year')).toBe('years');
    expect(kind('over the past five years 40 people lost their lives')).toBe('years');
    expect(kind('So far, 353 officers have been injured')).toBe('total');
    expect(kind('a man was shot in the attacks on 2 May 2015')).toBeNull();
  });

  it.each(['Two officers were injured', 'a death toll of 13', 'he drove so far'])(
    'is told by its words: %j',
    (text) => {
      expect(readRunningTotal(tokenize(text)) !== null).toBe(text.includes('so far'));
    },
  );
});
