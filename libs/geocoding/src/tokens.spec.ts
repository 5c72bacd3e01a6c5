import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isUpperCase, tokenise } from './tokens.js';

const words = (text: string) => tokenise(text).map((token) => token.text);

describe('words of a text', () => {
  it('leave the possessive outside', () => {
    expect(words("Russia's army")).toEqual(['Russia', 'army']);
  });

  it('keep the dots of abbreviations', () => {
    expect(words('The U.S. said. St. Louis, Mo. police')).toEqual([
      'The',
      'U.S.',
      'said',
      'St.',
      'Louis',
      'Mo.',
      'police',
    ]);
  });

  it('end a sentence where no abbreviation stands', () => {
    const tokens = tokenise('He died in Rome. Evans met J. Smith.');
    expect(tokens.map((token) => token.text)).toContain('Rome');
    expect(tokens.map((token) => token.text)).toContain('J.');
    expect(tokens.find((token) => token.text === 'Evans')?.initial).toBe(true);
  });

  it('know possessives and hyphens', () => {
    const [ohio, , based] = tokenise("Ohio's Akron-based");
    expect(ohio).toMatchObject({ text: 'Ohio', possessive: true });
    expect(based).toMatchObject({ hyphened: true, joined: true });
  });

  it('know sentence starts, commas and neighbours', () => {
    const [, louis, missouri, police] = tokenise('St Louis, Missouri. Police');
    expect(louis).toMatchObject({ joined: true, initial: false });
    expect(missouri).toMatchObject({ afterComma: true, joined: false });
    expect(police).toMatchObject({ initial: true });
  });

  it('are those of one expression, however plain they are', () => {
    const whole = /(?:\p{Lu}\p{Ll}?\.){2,}|[\p{L}\p{M}\p{N}]+(?:[’'][\p{L}\p{M}]+)?/gu;
    const piece = fc.oneof(
      fc.constantFrom(
        'Rome',
        'a',
        'B',
        'St',
        '3',
        ' ',
        '.',
        ',',
        '-',
        "'",
        '’',
        "'s",
        'é',
        '́',
        '𝒜',
        '😀',
      ),
      fc.string({ unit: 'grapheme', maxLength: 2 }),
    );
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (each) => {
        const starts = [...each.matchAll(whole)].map(({ index }) => index);
        expect(tokenise(each).map(({ start }) => start)).toEqual(starts);
      }),
      { seed: 3, numRuns: 2_000 },
    );
  });

  it('lie where they say', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const token of tokenise(text)) {
          expect(text.slice(token.start, token.end)).toBe(token.text);
        }
      }),
    );
  });
});

describe('wire copy in capitals', () => {
  it('is told from mixed case', () => {
    expect(isUpperCase(tokenise('POLICE REPORTED CLASHES NEAR SAN SALVADOR'))).toBe(true);
    expect(isUpperCase(tokenise('Police reported clashes near San Salvador'))).toBe(false);
    expect(isUpperCase([])).toBe(false);
  });
});
