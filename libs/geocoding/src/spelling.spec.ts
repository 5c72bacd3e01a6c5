import { describe, expect, it } from '@jest/globals';
import { spellingAt } from './spelling.js';

const of = (word: string) => spellingAt(`<${word}>`, 1, 1 + word.length);

describe('a spelling', () => {
  it('tells of a word’s letters', () => {
    expect(of('Springfield')).toMatchObject({
      text: 'Springfield',
      lower: 'springfield',
      capitalised: true,
      shouted: false,
      abbreviation: false,
    });
    expect(of('MANILA')).toMatchObject({ capitalised: true, shouted: true });
    expect(of('town')).toMatchObject({ capitalised: false, shouted: false });
    expect(of('Élancourt')).toMatchObject({ lower: 'élancourt', capitalised: true });
    expect(of('iPhone')).toMatchObject({ lower: 'iphone', capitalised: false });
  });

  it('tells words behind which a dot ends no sentence', () => {
    expect(['St', 'Minn', 'J', 'town', 'a'].map((word) => of(word).abbreviation)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('is one for all words that are spelled alike, wherever they stand', () => {
    expect(of('Springfield')).toBe(spellingAt('in Springfield', 3, 14));
  });
});
