import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../text/tokens.js';
import { PhraseIndex } from './phrase-index.js';

describe('a phrase index', () => {
  const index = new PhraseIndex<string>();
  index.add('car bomb', 'car bomb');
  index.add('car', 'car');
  index.add('Car', 'never: the first one wins');
  index.add('suicide car bomb', 'suicide');

  const found = (text: string): string[] =>
    index.findAll(tokenize(text)).map((match) => match.value);

  it('finds the longest phrase, leftmost first', () => {
    expect(found('A suicide car bomb hit a car.')).toEqual(['suicide', 'car']);
  });

  it('ignores case and needs whole tokens', () => {
    expect(found('CAR BOMB, cars, scar')).toEqual(['car bomb']);
  });

  it('lists what it holds, in the end as it was written', () => {
    expect(Object.fromEntries(index.entries())).toEqual({
      'car bomb': 'car bomb',
      car: 'car',
      'suicide car bomb': 'suicide',
    });
  });

  it('says which tokens a phrase covers', () => {
    expect(index.at(tokenize('a car bomb'), 1)).toEqual({ from: 1, to: 3, value: 'car bomb' });
    expect(index.at(tokenize('a car bomb'), 2)).toBeNull();
  });
});
