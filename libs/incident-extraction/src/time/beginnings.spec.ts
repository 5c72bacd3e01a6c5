import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../text/tokens.js';
import { atomsOf } from './atoms.js';
import { beginnings } from './beginnings.js';

const words = (text: string): string[] => {
  const atoms = atomsOf(tokenize(text));
  const begins = beginnings(atoms);
  return atoms.filter((_, i) => begins[i] === 1).map(({ low }) => low);
};

describe('where a time may begin', () => {
  it('is at words of time and at what leads to them', () => {
    expect(words('He left on the Monday')).toEqual(['on', 'the', 'monday']);
    expect(words('no later than next week')).toContain('no');
  });

  it('is not at counts, nor where other words stand between', () => {
    expect(words('12 men and the mayor left')).toEqual([]);
    expect(words('the mayor said on Monday')).toEqual(['on', 'monday']);
  });

  it('is at hours and days that their neighbours tell', () => {
    expect(words('between three and four men')).toContain('between');
    expect(words('scores of 3/4')).toContain('3');
  });
});
