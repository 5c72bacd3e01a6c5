import { describe, expect, it } from '@jest/globals';
import { WordList, WordSet } from './word-list.js';

const PATTERNS = [
  /^(?:claim(?:s|ed|ing)?|admit(?:s|ted)?|took)$/,
  /^murders?-suicides?$/,
  /^den(?:y|ies|ied)$/,
  /^(?:(?:mon|tues)days?|today)$/,
  /^a(?:b(?:c|d)?)?e$/,
  /^one$/,
  /^(?:[.;:]|a[bn]e)$/,
];
const WORDS =
  "claim claims claimed claiming claime admit admits admitted admitteds took tooks murder murder-suicide murders-suicides denies deny den monday tuesdays days today ae abe abce abde abcde one o'ne . ; , : ane [ ]".split(
    ' ',
  );

describe('a list of words', () => {
  it.each(PATTERNS)('has the words of %s and no others', (pattern) => {
    const list = new WordList(pattern);
    const each = (test: (word: string) => boolean) => WORDS.filter(test);
    expect(each((word) => list.test(word))).toEqual(each((word) => pattern.test(word)));
    expect(each((word) => list.test(word)).length).toBeGreaterThan(0);
    expect(list.test('')).toBe(false);
  });

  it.each([/^a+$/, /^[a-c]$/, /^[^a]$/, /^a.$/, /a$/, /^a/, /^a$/i, /^(a)$/])(
    'refuses what can’t be written out: %s',
    (pattern) => {
      expect(() => new WordList(pattern)).toThrow(Error);
    },
  );
});

describe('a set of words', () => {
  // Letters that share their low five bits, lengths that are 32 apart, characters beyond ASCII, and no word at all.
  const parts = [
    '',
    'a',
    'A',
    'b',
    '!',
    'é',
    'ab',
    'ba',
    'aba',
    'x'.repeat(33),
    '’s',
    "'s",
    '2',
    'ab-b',
    '𝒜',
  ];
  const all = parts.flatMap((one) => parts.map((other) => one + other));

  it('has what was put into it, and nothing that looks like it', () => {
    for (const step of [1, 2, 3, 7]) {
      const words = all.filter((_, i) => i % step === 0);
      const set = new WordSet(words);
      const known = new Set(words);
      expect(all.filter((word) => set.has(word))).toEqual(all.filter((word) => known.has(word)));
    }
  });

  it('has nothing if nothing was put into it', () => {
    expect(all.filter((word) => new WordSet([]).has(word))).toEqual([]);
  });
});
