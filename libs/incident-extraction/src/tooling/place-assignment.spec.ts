import { describe, expect, it } from '@jest/globals';
import { article } from '../testing/articles.js';
import { fewPlaces } from '../testing/mentions.js';
import { draftsOf } from './drafts.js';
import { assign } from './place-assignment.js';

const TWO = [
  'A bomb killed two teachers in Springfield.',
  'Another bomb killed four judges in Shelbyville.',
];
const drafted = draftsOf(article({ paragraphs: TWO }), fewPlaces);
const incident = (place: string, ...words: string[]) => ({
  words,
  place,
  levelOf: () => 0,
  days: null,
});
const assigned = (...incidents: ReturnType<typeof incident>[]) =>
  assign(incidents, drafted).map(([draft, { place }]) => [drafted.harms.indexOf(draft), place]);

describe('which draft tells which incident', () => {
  it('is told by the words that its sentences have', () => {
    expect(assigned(incident('x', 'judges'), incident('y', 'teachers'))).toEqual([
      [0, 'y'],
      [1, 'x'],
    ]);
  });

  it('is not known where two places have as many', () => {
    expect(assigned(incident('x', 'bomb'), incident('y', 'bomb'))).toEqual([]);
    expect(assigned(incident('x', 'nuns'), incident('y', 'priests'))).toEqual([]);
  });

  it('does not matter where both are of one place', () => {
    expect(assigned(incident('x', 'bomb'), incident('x', 'bomb'))).toHaveLength(2);
  });

  it('is the main draft for an only incident', () => {
    expect(assigned(incident('x'))).toEqual([[drafted.harms.indexOf(drafted.main!), 'x']]);
    expect(assign([incident('x')], { harms: [], main: null })).toEqual([]);
  });
});
