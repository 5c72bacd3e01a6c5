import { describe, expect, it } from '@jest/globals';
import { readData } from '../lexicon/data.js';
import { tokenize } from '../text/tokens.js';
import { boundsAfter, boundsBefore, denominators, ordinals, scales, units } from './lexicon.js';

type File = Record<string, string | string[] | Record<string, unknown>>;

describe('the lexicon of numbers', () => {
  const file = readData<File>('numbers.json');

  it('names its source and licence', () => {
    expect(String(file['source']).length).toBeGreaterThan(10);
    expect(file['licence']).toBe('Apache-2.0');
  });

  it('holds each word of a list once, in lower case', () => {
    const lists = Object.values(file).flatMap((value) =>
      Array.isArray(value) ? [value] : typeof value === 'object' ? Object.values(value) : [],
    );
    for (const list of lists.filter((each): each is string[] => Array.isArray(each))) {
      expect(list.filter((word, i) => list.indexOf(word) !== i)).toEqual([]);
      expect(list.filter((word) => String(word) !== String(word).toLowerCase())).toEqual([]);
    }
  });

  it('gives every bound one meaning', () => {
    const phrases = Object.values(file['bounds'] as Record<string, string[]>).flat();
    expect(phrases.filter((phrase, i) => phrases.indexOf(phrase) !== i)).toEqual([]);
  });

  it('knows units, scales, ordinals and what divides', () => {
    expect([units.get('nineteen'), scales.get('lakh'), ordinals.get('twelfth')]).toEqual([
      19, 100_000, 12,
    ]);
    expect(denominators.get('halves')).toEqual({ value: 2, plural: true });
    expect(denominators.get('fifth')).toEqual({ value: 5, plural: false });
    expect(denominators.has('second')).toBe(false);
  });

  it('finds bounds on either side', () => {
    expect(boundsBefore.at(tokenize('no fewer than 3'), 0)?.value).toBe('>=');
    expect(boundsAfter.at(tokenize('or more'), 0)?.value).toBe('>=');
  });
});
