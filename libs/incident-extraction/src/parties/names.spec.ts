import { describe, expect, it } from '@jest/globals';
import { phrase, reading } from '../testing/readings.js';
import { nameInPhrase } from './names.js';

/** The name in what is killed. */
const name = (text: string): string | null => {
  const read = reading(text);
  const suffers = read.frames[0]?.patientPhrase;
  const found = suffers && nameInPhrase(read.sentence.tokens, read.syntax.pos, suffers);
  return found ? phrase(read, found.from, found.to) : null;
};

describe('the name in a phrase', () => {
  it.each([
    ['Gunmen killed Ana Maria Diaz.', 'Ana Maria Diaz'],
    ['Gunmen killed Dr Diaz.', 'Diaz'],
    ['GUNMEN HAVE KILLED FATHER ERNESTO ZALDIVAR IN HIS PARISH.', 'ERNESTO ZALDIVAR'],
    ['Gunmen killed two soldiers.', null],
    ['Gunmen attacked the Zaldivar University.', null],
  ])('of %j is %j', (text, expected) => {
    expect(name(text)).toBe(expected);
  });
});
