import { describe, expect, it } from '@jest/globals';
import { tokenize } from './tokens.js';

const texts = (text: string): string[] => tokenize(text).map((token) => token.text);

describe('tokens', () => {
  it.each([
    ["the mayor's house", ['the', 'mayor', "'s", 'house']],
    ["YESTERDAY'S ATTACK", ['YESTERDAY', "'S", 'ATTACK']],
    ["didn't U.S. a 25-year-old", ["didn't", 'U.S.', 'a', '25-year-old']],
    ['1,200 shot; 3rd at 8:30', ['1,200', 'shot', ';', '3rd', 'at', '8:30']],
    ['car-bomb – “two”', ['car-bomb', '–', '“', 'two', '”']],
    ['21st-century', ['21st', '-', 'century']],
    ['', []],
  ])('are cut from %j', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it('point into the article text', () => {
    const text = 'xx Two men, 30,\nwere shot.';
    for (const token of tokenize(text.slice(3), 3)) {
      expect(text.slice(token.start, token.end)).toBe(token.text);
    }
  });

  it('know capitals and numbers', () => {
    expect(tokenize('Two men 3 ,').map((t) => [t.kind, t.capital])).toEqual([
      ['word', true],
      ['word', false],
      ['number', false],
      ['mark', false],
    ]);
  });

  it('take linear time on hostile text', () => {
    const started = performance.now();
    tokenize('a-'.repeat(50_000) + '1,'.repeat(50_000) + "'".repeat(50_000));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
