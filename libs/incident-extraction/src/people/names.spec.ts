import { describe, expect, it } from '@jest/globals';
import { isTitleCase } from '../text/title-case.js';
import { tokenize } from '../text/tokens.js';
import { names } from './names.js';

function found(text: string): (string | number | null)[][] {
  const tokens = tokenize(text);
  const people = names(tokens, new Uint8Array(tokens.length), isTitleCase(tokens), new Set());
  return people.map(({ name, age }) => [name, age]);
}

describe('names of people', () => {
  it.each<[string, (string | number | null)[][]]>([
    ['There was Ann Lee, who was hurt.', [['Ann Lee', null]]],
    ['There James E. Roe, 40, died.', [['James E. Roe', 40]]],
    ['They saw Roe, 31, there', [['Roe', 31]]],
    ['There was Ann Roe, 1 of 4 women killed', [['Ann Roe', null]]],
    ['There Mrs. Roe succumbed to her wounds.', [['Roe', null]]],
    ['They lived in Green Hill.', []],
    ['They met on Grand Ave. in the rain.', []],
    ['A Green Hill home burned.', []],
    ['They went to the Green Loop and left.', []],
    ['Grove Street was closed.', []],
  ])('in %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('are not told by the capitals of a headline', () => {
    expect(found('Green County Girl Shoots Brother')).toEqual([]);
  });
});
