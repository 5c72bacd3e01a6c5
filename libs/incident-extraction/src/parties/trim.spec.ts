import { describe, expect, it } from '@jest/globals';
import { phrase, reading } from '../testing/readings.js';
import { trimmed } from './trim.js';

const phrases = (text: string): string[] => {
  const read = reading(text);
  return read.people.map((person) => {
    const { from, to } = trimmed(read, person);
    return phrase(read, from, to);
  });
};

describe('a phrase for people without its verb', () => {
  it('loses what it is the object of', () => {
    expect(phrases('Iraq promised to release soldiers who were captured.')).toContain('soldiers');
    expect(phrases('He mowed down pedestrians in a bombing.')).toContain('pedestrians');
  });

  it('keeps the participle that is its own', () => {
    expect(phrases('Three wounded officers were shot in the bombing.')).toContain(
      'Three wounded officers',
    );
  });

  it('keeps its number and its article', () => {
    expect(phrases('At least two men were killed in a shooting.')).toContain('At least two men');
    expect(phrases('The old teacher was killed in a shooting.')).toContain('The old teacher');
  });
});
