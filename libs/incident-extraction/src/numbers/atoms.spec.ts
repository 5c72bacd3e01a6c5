import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Token, tokenize } from '../text/tokens.js';
import { atomize, atomsOf } from './atoms.js';

const plain = (atoms: readonly Token[]) =>
  atoms.map(({ text, low, start, end, kind, capital }) => [text, low, start, end, kind, capital]);

describe('atoms', () => {
  it('part compounds and keep numerals with their separators', () => {
    const texts = atomize('Twenty-one of 1,200 (3.5%) ½').map(({ text }) => text);
    expect(texts).toEqual(['Twenty', '-', 'one', 'of', '1,200', '(', '3.5', '%', ')', '½']);
  });

  it.each([
    'Two men, 30, were shot.',
    "John's 25-year-old son; U.S. $1.2m",
    '1-2 3rd 12abc 1,200abc .5 -3',
    'Don’t (stop)',
    '',
  ])('of tokens are those of the text: %j', (text) => {
    expect(plain(atomsOf(tokenize(text, 7)))).toEqual(plain(atomize(text, 7)));
  });

  it('of tokens are those of the text, whatever it is made of', () => {
    const piece = fc.oneof(
      fc.constantFrom('ten', 'One', 'a', '1', '200', ' ', ' ', ',', '.', '-', "'", "'s", '’', '½'),
      fc.string({ unit: 'grapheme', maxLength: 2 }),
    );
    const text = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (each) => {
        expect(plain(atomsOf(tokenize(each)))).toEqual(plain(atomize(each)));
      }),
      { seed: 5, numRuns: 2_000 },
    );
  });
});
