import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PhraseScan } from './gate-scan.js';
import { PhraseIndex } from './lexicon/phrase-index.js';
import { triggers } from './lexicon/triggers.js';
import { wikinews } from './testing/articles.js';
import { tokenize } from './text/tokens.js';

const scan = new PhraseScan([
  ['car bomb', 1],
  ['car', 2],
  ['suicide car bomb attack', 3],
  ['shoot , kill', 4],
  ["mother's day", 5],
  ['car', 9],
]);

/** Marks with the positions that they were found at. */
function found(by: PhraseScan, text: string, from = 0, to = text.length): string[] {
  const all: string[] = [];
  by.scan(text, from, to, (mark, start) => {
    all.push(`${mark}@${start}`);
    return false;
  });
  return all;
}

describe('the scan for phrases', () => {
  it('finds the longest phrase, leftmost first; the first mark wins', () => {
    expect(found(scan, 'A car bomb, a car')).toEqual(['1@2', '2@14']);
    expect(found(scan, 'a suicide car bomb')).toEqual(['1@10']);
  });

  it('folds case and curly apostrophes, and takes any blanks', () => {
    expect(found(scan, 'CAR\n\n BOMB on Mother’s\tDay')).toEqual(['1@0']);
    expect(found(new PhraseScan([["o'neill day", 1]]), 'O’Neill\u00a0DAY')).toEqual(['1@0']);
  });

  it.each(['scar', 'cars', 'car-bomb', 'cár', 'car’t', '𝒂car', 'x.y.car-wash', '30-car'])(
    'needs whole words: %j holds none',
    (text) => {
      expect(found(scan, text)).toEqual([]);
    },
  );

  it.each([
    '(car)',
    'car.',
    '“car”',
    "car's",
    '3car',
    '1st-car',
    'x.car',
    '\ud835car',
    '’scar’s car',
  ])('sees the word in %j', (text) => {
    expect(found(scan, text)).toHaveLength(1);
  });

  it('begins no phrase outside of its stretch, and may end one there', () => {
    expect(found(scan, 'car bomb car', 4, 5)).toEqual([]);
    expect(found(scan, 'car bomb', 0, 2)).toEqual(['1@0']);
  });

  it('ends when it is told to', () => {
    let calls = 0;
    const ended = scan.scan('car car car', 0, 11, () => ++calls === 2);
    expect([ended, calls]).toEqual([true, 2]);
    expect(scan.scan('no such thing', 0, 13, () => true)).toBe(false);
  });

  it('refuses more characters than it has room for', () => {
    const many = Array.from({ length: 70 }, (_, i) => String.fromCharCode(0x430 + i)).join('');
    expect(() => new PhraseScan([[many, 1]])).toThrow(RangeError);
  });
});

describe('the scan and the index of phrases', () => {
  const all = [...triggers.entries()];
  const marked = all.map(([phrase], i) => [phrase, (i % 200) + 1] as const);
  const markOf = new Map(marked);
  const index = new PhraseIndex<number>();
  for (const [phrase, mark] of marked) index.add(phrase, mark);
  const ours = new PhraseScan(marked);
  const theirs = (text: string): string[] => {
    const tokens = tokenize(text);
    return index.findAll(tokens).map(({ from, value }) => `${value}@${tokens[from]!.start}`);
  };

  it('find every trigger of the lexicon', () => {
    for (const [phrase] of all) expect(found(ours, phrase)).toEqual([`${markOf.get(phrase)}@0`]);
  });

  it('agree on articles, in capitals too', () => {
    for (const { title, paragraphs } of wikinews()) {
      const text = [title, ...paragraphs].join('\n\n');
      expect(found(ours, text)).toEqual(theirs(text));
      expect(found(ours, text.toUpperCase())).toEqual(theirs(text.toUpperCase()));
    }
  });

  it('agree on whatever is made of triggers, words, marks and rubbish', () => {
    const piece = fc.oneof(
      fc.constantFrom(...all.map(([phrase]) => phrase)),
      fc.constantFrom(
        ' ',
        '\n\n',
        '.',
        ',',
        '-',
        "'",
        '’',
        "'s",
        '’s',
        'U.S.',
        '4th',
        '30',
        'É',
        'İ',
        'K',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    );
    const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (each) => {
        expect(found(ours, each)).toEqual(theirs(each));
      }),
      { seed: 5, numRuns: 2_000 },
    );
  });
});
