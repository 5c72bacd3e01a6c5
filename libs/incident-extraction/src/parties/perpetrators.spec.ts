import { describe, expect, it } from '@jest/globals';
import type { Piece } from '../mentions/draft.js';
import { phrase, reading } from '../testing/readings.js';
import { OrganisationBook } from './organisation-book.js';
import { blames, perpetratorsOf } from './perpetrators.js';

const perpetrators = (text: string): [string, string][] => {
  const read = reading(text);
  const piece: Piece = { reading: read, frames: read.frames, tolls: [], time: null, place: null };
  const book = OrganisationBook.read([read.sentence.tokens]);
  return perpetratorsOf(piece, book).map(({ from, to, responsibility }) => [
    phrase(read, from, to),
    responsibility,
  ]);
};

describe('those who did it', () => {
  it.each<[string, [string, string][]]>([
    ['Gunmen killed two men.', [['Gunmen', 'fact']]],
    [
      'Two men were killed by Taliban fighters.',
      [
        ['Taliban', 'fact'],
        ['fighters', 'fact'],
      ],
    ],
    ['The Taliban claimed responsibility for the bombing.', [['Taliban', 'claimed']]],
    ['The governor blamed the Taliban for the attack.', [['Taliban', 'accused-by-authorities']]],
    ['The Taliban denied responsibility for the attack.', [['Taliban', 'denied']]],
    ['A terrorist attack killed two men.', []],
    ['Soldiers killed two rebels.', [['Soldiers', 'fact']]],
    ['Bob Roe was charged with murder.', [['Bob Roe', 'accused-by-authorities']]],
    ['Guerrillas did not kill two men.', []],
    ['Woman stabbed while jogging near the park.', []],
    ['The victim was “ stabbed multiple times ” in the park.', []],
  ])('%j', (text, expected) => {
    expect(perpetrators(text)).toEqual(expected);
  });
});

describe('a sentence that says who is to blame', () => {
  it.each<[string, boolean]>([
    ['The group claimed responsibility.', true],
    ['The minister accused the rebels.', true],
    ['The minister met the rebels.', false],
  ])('%j: %s', (text, expected) => {
    expect(blames(reading(text).sentence.tokens)).toBe(expected);
  });
});
