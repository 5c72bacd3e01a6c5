import { describe, expect, it } from '@jest/globals';
import { personNames } from './persons.js';
import { gazetteerOf, town } from './testing/small-gazetteer.js';
import { tokenise } from './tokens.js';

const gazetteer = gazetteerOf(town('Lincoln'), town('Santa'), town('Akron'));
const persons = (text: string) => [...personNames(tokenise(text), gazetteer)];

describe('the persons of a text', () => {
  it('follow a title, a given name or a name that is no place', () => {
    expect(persons('He met Mr. Lincoln, John Akron and Munir Jackson.')).toEqual([
      'lincoln',
      'akron',
      'jackson',
    ]);
  });

  it('are no offices, schools or roads', () => {
    expect(persons('He went to Zug Police and Zug Road.')).toEqual([]);
  });

  it('do not follow a hyphen', () => {
    expect(persons('in Zug-Akron')).toEqual([]);
  });
});
