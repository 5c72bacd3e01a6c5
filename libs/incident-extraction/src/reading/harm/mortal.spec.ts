import { describe, expect, it } from '@jest/globals';
import { findNumbers } from '../../numbers/counts.js';
import { findPeople } from '../../people/phrases.js';
import { tokenize } from '../../text/tokens.js';
import { readHarm } from './read-harm.js';

const effects = (text: string): string[] => {
  const tokens = tokenize(text);
  const people = findPeople(tokens, findNumbers(tokens), false);
  return readHarm(tokens, people).map(({ effect }) => effect);
};

describe('a wound that kills', () => {
  it.each([
    'A man suffered a fatal gunshot wound.',
    'Ann Roe, 56, suffered a gunshot wound to the left leg that resulted in her death.',
    'A boy suffered a stab wound which led to his death.',
    'A boy suffered stab wounds that proved fatal.',
  ])('is told so: %s', (text) => {
    expect(effects(text)).toEqual(['killed']);
  });

  it.each([
    'A man suffered a non-fatal gunshot wound.',
    'A man suffered a gunshot wound that could have led to his death.',
    'A man suffered a gunshot wound, and the other led to two deaths.',
  ])('is none: %s', (text) => {
    expect(effects(text)).toEqual(['hurt']);
  });
});

describe('someone whom nobody could save', () => {
  it.each([
    "Doctors couldn't save her.",
    'Doctors were unable to save the boy.',
    'The boy could not be saved.',
  ])('is dead: %s', (text) => {
    expect(effects(text)).toEqual(['killed']);
  });

  it.each(['Doctors saved the boy.', 'Blood could save her.'])('is not: %s', (text) => {
    expect(effects(text)).toEqual([]);
  });
});
