import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../text/tokens.js';
import { indexOfWords, markAhead, PhraseIndex } from './phrase-index.js';

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

describe('a look ahead', () => {
  const index = indexOfWords(['harvest', 'plough']);
  const marked = (text: string) => {
    const tokens = tokenize(text);
    markAhead(tokens);
    return tokens;
  };

  it('tells that a sentence has none of the words, and never so where it has one', () => {
    expect(index.mayFind(marked('Nothing of it stands here.'))).toBe(false);
    expect(index.mayFind(marked('Then came the Harvest.'))).toBe(true);
    expect(index.mayFind(tokenize('Nobody has looked at this.'))).toBe(true);
    expect(index.mayFind([])).toBe(false);
  });

  it('finds the same with it as without', () => {
    const text = 'Harvest and plough, plough and harvest, and then nothing more at all.';
    expect(index.findAll(marked(text))).toEqual(index.findAll(tokenize(text)));
    expect(index.findAll(marked(text)).map(({ from }) => from)).toEqual([0, 2, 4, 6]);
  });
});
