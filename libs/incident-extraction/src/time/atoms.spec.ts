import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../text/tokens.js';
import { atomsOf, mayHoldTime } from './atoms.js';

const lows = (text: string): string[] => atomsOf(tokenize(text)).map(({ low }) => low);

describe('atoms', () => {
  it.each([
    ['mid-November', ['mid', '-', 'november']],
    ['a 16-hour siege', ['a', '16', '-', 'hour', 'siege']],
    ['Nov-Feb', ['nov', '-', 'feb']],
    ['a car-bomb', ['a', 'car-bomb']],
    ['semi-annually', ['semi-annually']],
  ])('of %j part a compound only where it is of time', (text, expected) => {
    expect(lows(text)).toEqual(expected);
  });

  it('point into the text and to their tokens', () => {
    const text = 'a two-week truce';
    for (const { low, start, end, token } of atomsOf(tokenize(text))) {
      expect(text.slice(start, end)).toBe(low);
      expect(token).toBeLessThan(3);
    }
  });
});

describe('the first look at a sentence', () => {
  it.each(['He was shot on Friday.', 'It was 8:30.', 'from 3/4 on', 'in the 70’s', 'in 1985'])(
    'sees that %j may hold a time',
    (text) => {
      expect(mayHoldTime(tokenize(text))).toBe(true);
    },
  );

  it.each(['A man was shot.', 'Police found 12 guns in a well-kept house.', ''])(
    'sees that %j holds none',
    (text) => {
      expect(mayHoldTime(tokenize(text))).toBe(false);
    },
  );
});
