import { describe, expect, it } from '@jest/globals';
import { tokenise } from './tokens.js';
import { compassLetter, isCut, isQuarter } from './whole-names.js';

const at = (text: string, word: string) => {
  const tokens = tokenise(text);
  return { tokens, index: tokens.findIndex((token) => token.text === word) };
};

describe('a letter before a name', () => {
  it.each([
    ['shot in W. Akron', 'W.', 'west'],
    ['S. Akron police', 'S.', 'south'],
    ['met George W. Akron', 'W.', null],
    ['shot in West Akron', 'West', null],
  ])('%s: %s is short for %s', (text, word, expected) => {
    const { tokens, index } = at(text, word);
    expect(compassLetter(tokens, index)).toBe(expected);
  });
});

describe('a known name', () => {
  it.each([
    ['in San Marcos de Ribera', true],
    ['in San Marcos de la Vega', true],
    ['IN SAN MARCOS DEL RIO', true],
    ['in San Marcos of late', false],
    ['in San Marcos, de facto', false],
    ['in San Marcos de facto', false],
    ['in San Marcos', false],
    ["in San Marcos's De Soto Park", false],
  ])('%s is the beginning of another: %s', (text, expected) => {
    const { tokens, index } = at(text.replace('SAN MARCOS', 'SAN Marcos'), 'Marcos');
    expect(isCut(index, tokens)).toBe(expected);
  });
});

describe('a quarter that has a far place’s name', () => {
  it.each([
    ['in Little Havana', true],
    ['in little Havana', false],
    ['in Little, Havana', false],
    ['Havana', false],
    ['in Puerto Havana', true],
    ['in BARRIO Havana', true],
    ['in New Havana', false],
  ])('%s: %s', (text, expected) => {
    const { tokens, index } = at(text, 'Havana');
    expect(isQuarter(index, tokens)).toBe(expected);
  });
});
