import { describe, expect, it } from '@jest/globals';
import { phrase, reading } from '../testing/readings.js';
import { accusedIn } from './accused.js';

const accused = (text: string): string[] => {
  const read = reading(text);
  return accusedIn(read).map(({ from, to }) => phrase(read, from, to));
};

describe('those whom authorities hold to have done it', () => {
  it.each([
    ['Bob Roe, 30, was charged with murder.', 'Bob Roe'],
    ['A woman accused of killing a boy was in court.', 'A woman'],
    ['Police arrested a 20-year-old man in the shooting.', 'a 20-year-old man'],
    ['Deputies have charged Ann Lee, 44, with two counts of murder.', 'Ann Lee'],
    ['Police have filed homicide charges against Ann Lee, 44.', 'Ann Lee'],
    ['Investigators have arrested the gunman.', 'the gunman'],
  ])('%s', (text, expected) => {
    expect(accused(text)).toEqual([expected]);
  });

  it('are not those who arrest, or who were cleared', () => {
    expect(accused('Sheriff deputies arrested on Monday the gunman in the shooting.')).toEqual([]);
    expect(accused('A man was not charged with murder.')).toEqual([]);
    expect(accused('A man was arrested.')).toEqual([]);
    expect(accused('No charges were filed against the man.')).toEqual([]);
    expect(accused('A man spoke out against Ann Lee, 44.')).toEqual([]);
  });
});
