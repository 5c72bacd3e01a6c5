import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readNumbers, readOrdinals, readRanges } from './read-numbers.js';

const values = (text: string): number[] => readNumbers(text).map(({ value }) => value);

interface Result {
  readonly words: string;
  readonly value: number;
}

describe('the numbers of a text', () => {
  it('have their words, place, value and kind', () => {
    expect(readNumbers('Some 30 cows and two dozen men')).toEqual([
      { words: '30', start: 5, end: 7, value: 30, kind: 'integer', percent: false },
      { words: 'two dozen', start: 17, end: 26, value: 24, kind: 'integer', percent: false },
    ]);
  });

  it.each<[string, number[]]>([
    ['1,234.5 and 1.234,5', [1234.5, 1234.5]],
    ['a population of 10 000', [10_000]],
    ['1.2m people, 2 k views, 10 bln dollars', [1.2e6, 2000, 1e10]],
    ['one and a half million', [1.5e6]],
    ['three million and a half', [3.5e6]],
    ['three score and ten', [60, 10]],
    ['half a dozen eggs', [6]],
    ['two fifths of the vote', [0.4]],
    ['sixty and two fifths', [60.4]],
    ['two hundred forty fifths', [200 / 45]],
    ['one out of four', [0.25]],
    ['4/5 of it, -3, minus four', [0.8, -3, -4]],
    ['1.5e+3 or 2^10', [1500, 1024]],
    ['two point five million', [2.5e6]],
    ['call nine one one', [911]],
    ['ports 80,443,22', [80, 443, 22]],
    ['half of the one you saw, 5kg of it', [0.5]],
    ['- 10 k and 5.00 or 5,00', [-10_000, 5, 5]],
    ['⅙, ½ and 1½', [1 / 6, 0.5, 1.5]],
    ['6.2x10^-4', [6.2e-4]],
    ['three twenty-fifths', [0.12]],
    ['two hundred point seventy-one', [200.71]],
    ['nine point nought four', [9.04]],
    ['two thirds of a million', [2e6 / 3]],
    ['more than half the people', [0.5]],
    ['the second half, half past, half-hour', []],
    ['five out of three', [5, 3]],
    ['1m high, $1m', [1e6]],
    ['several, many and none', []],
  ])('in %j', (text, expected) => {
    expect(values(text)).toEqual(expected.map((value) => Number(value.toPrecision(15))));
  });

  it('know a percentage', () => {
    expect(readNumbers('30% or 40 percent').map(({ percent }) => percent)).toEqual([true, true]);
  });

  it('are read in linear time from hostile text', () => {
    const started = process.cpuUsage().user;
    for (const piece of ['one and ', '1,', '9 ', 'a hundred ', '- ', '^2', 'one '])
      readNumbers(piece.repeat(5_000));
    expect(process.cpuUsage().user - started).toBeLessThan(2e6);
  });
});

describe('the ranges of a text', () => {
  it.each<[string, [string, number | null, number | null]]>([
    ['between two and five men', ['between two and five', 2, 5]],
    ['he saw 10 to 20 men', ['10 to 20', 10, 20]],
    ['at least three men', ['at least three', 3, null]],
    ['no fewer than three men', ['no fewer than three', 3, null]],
    ['fewer than 5 men', ['fewer than 5', null, 5]],
    ['seven or more men', ['seven or more', 7, null]],
    ['more than 7 and less than 9', ['more than 7 and less than 9', 7, 9]],
    [
      'the fourth to the ninth, from the fourth to the ninth',
      ['from the fourth to the ninth', 4, 9],
    ],
  ])('in %j', (text, [words, low, high]) => {
    expect(readRanges(text)).toMatchObject([{ words, low, high }]);
  });

  it('are none in plain numbers, dates and telephone numbers', () => {
    expect(readRanges('About 5 of 7 men, 2011-04, 1-555-777-8888')).toEqual([]);
  });
});

describe('the ordinals of a text', () => {
  it.each<[string, (string | number)[]]>([
    ['the 23rd time', ['23rd', 23]],
    ['the forty-second man', ['forty-second', 42]],
    ['one hundred and ninth', ['one hundred and ninth', 109]],
    ['the third to last day', ['the third to last', 3]],
  ])('in %j', (text, [words, value]) => {
    expect(readOrdinals(text)).toMatchObject([{ words, value }]);
  });

  it('can be told from the end or from here', () => {
    expect(readOrdinals('the penultimate, then the next').map((o) => o.relation)).toEqual([
      { relativeTo: 'end', offset: -1 },
      { relativeTo: 'current', offset: 1 },
    ]);
  });
});

describe('places counted from the end', () => {
  it.each<[string, string, number]>([
    ['the last but one', 'end', -1],
    ['the one before the last', 'end', -1],
    ['second last', 'end', -1],
    ['third from the end', 'end', -2],
    ['next but one', 'current', 2],
  ])('%j', (text, relativeTo, offset) => {
    expect(readOrdinals(text)).toMatchObject([{ words: text, relation: { relativeTo, offset } }]);
  });
});

describe('the published cases of Recognizers-Text', () => {
  const cases = readFileSync(new URL('../../fixtures/numspec.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { text: string; results: Result[] });

  it.each(cases)('$text', ({ text, results }) => {
    const read = readNumbers(text).map(({ words, value }) => ({
      words: words.toLowerCase(),
      value: Number(value.toPrecision(12)),
    }));
    expect(read).toEqual(
      results.map(({ words, value }) => ({ words, value: Number(value.toPrecision(12)) })),
    );
  });
});
