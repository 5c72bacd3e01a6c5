import { describe, expect, it } from '@jest/globals';
import { isPronoun, singular } from './wording.js';

describe('words for people', () => {
  it.each(['He', 'them', 'I’m', 'someone', 'none'])('%s name no one', (words) => {
    expect(isPronoun(words)).toBe(true);
  });

  it.each(['the man', 'Some people', 'Hector', ''])('%j are no pronoun', (words) => {
    expect(isPronoun(words)).toBe(false);
  });

  it.each([
    ['soldiers', 'soldier'],
    ['churches', 'church'],
    ['gunmen', 'gunman'],
    ['gunman', 'gunman'],
    ['child', 'child'],
  ])('%s are compared by %s', (word, compared) => {
    expect(singular(word)).toBe(compared);
  });
});
