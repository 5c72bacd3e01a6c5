import { describe, expect, it } from '@jest/globals';
import { spellingAt, spellingsKnown } from './spelling.js';

const spellingOf = (text: string) => spellingAt(text, 0, text.length);
const letters = (i: number): string =>
  [...String(i)].map((digit) => 'abcdefghij'[Number(digit)]).join('');

describe('a spelling', () => {
  it.each([
    ['Troops', 'troops', 'word', true],
    ['Škoda', 'škoda', 'word', true],
    ['didn’t', "didn't", 'word', false],
    ['3rd', '3rd', 'number', false],
    ['12', '12', 'number', false],
    ['—', '—', 'mark', false],
    ['counterinsurgencyoperations', 'counterinsurgencyoperations', 'word', false],
  ])('%s: lower case, kind and capital', (text, low, kind, capital) => {
    expect(spellingOf(text)).toMatchObject({ text, low, kind, capital });
  });

  it('is one for all tokens that have it, wherever they stand', () => {
    const text = 'A convoy met the convoy.';
    expect(spellingAt(text, 2, 8)).toBe(spellingAt(text, 17, 23));
    expect(spellingAt(text, 2, 8)).not.toBe(spellingAt(text, 2, 7));
  });
});

describe('what is remembered of spellings', () => {
  it('stays bounded, however many words are read', () => {
    for (let i = 0; i < 100_000; i++) spellingOf(letters(i));
    expect(spellingsKnown()).toBeGreaterThan(0);
    expect(spellingsKnown()).toBeLessThanOrEqual(32_768);
    expect(spellingOf(letters(99_999)).low).toBe(letters(99_999));
  });

  it('leaves out what is too long to come again', () => {
    const before = spellingsKnown();
    for (let i = 0; i < 100; i++) spellingOf(`counterinsurgencyoperations${letters(i)}`);
    expect(spellingsKnown()).toBe(before);
  });
});
