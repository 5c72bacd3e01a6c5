import { describe, expect, it } from '@jest/globals';
import { spellingOf, spellingsKnown } from './spelling.js';

const letters = (i: number): string =>
  [...String(i)].map((digit) => 'abcdefghij'[Number(digit)]).join('');

describe('a spelling', () => {
  it.each([
    ['Troops', 'troops', 'word', true],
    ['Škoda', 'škoda', 'word', true],
    ['didn’t', "didn't", 'word', false],
    ['3rd', '3rd', 'number', false],
    ['—', '—', 'mark', false],
  ])('%s: lower case, kind and capital', (text, low, kind, capital) => {
    expect(spellingOf(text)).toMatchObject({ text, low, kind, capital });
  });

  it('is one for all tokens that have it', () => {
    expect(spellingOf('convoy')).toBe(spellingOf('con' + 'voy'));
  });
});

describe('what is remembered of spellings', () => {
  it('stays bounded, however many words are read', () => {
    for (let i = 0; i < 100_000; i++) spellingOf(letters(i));
    expect(spellingsKnown()).toBeGreaterThan(0);
    expect(spellingsKnown()).toBeLessThanOrEqual(30_000);
    expect(spellingOf(letters(99_999)).low).toBe(letters(99_999));
  });

  it('leaves out what is long, and would keep the text that it was cut from', () => {
    const before = spellingsKnown();
    for (let i = 0; i < 100; i++) spellingOf(`counterinsurgency${letters(i)}`);
    expect(spellingsKnown()).toBe(before);
  });
});
