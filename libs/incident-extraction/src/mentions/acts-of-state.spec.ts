import { describe, expect, it } from '@jest/globals';
import { mentionsOf } from '../testing/mentions.js';

/** An incident, so that the article is news, and more text than a flash has. */
const NEWS = [
  'Gunmen killed two men in Springfield on Wednesday.',
  'The two were brothers.',
  'They had a farm.',
  'Their neighbours heard shots.',
  'Nobody has been seen since.',
];

/** PLOVER types of what is published beside the killing. */
const acts = (sentence: string): (string | null)[] =>
  mentionsOf('Two men killed', [...NEWS, sentence])
    .filter(({ background, what }) => !background && what.ploverType !== 'ASSAULT')
    .map(({ what }) => what.ploverType);

describe('an act of state is reported', () => {
  it.each([
    ['The government deployed soldiers to Springfield.', ['MOBILIZE']],
    ['Freedonia sent troops to the border.', ['MOBILIZE']],
    ['Riot police were deployed around the square.', ['MOBILIZE']],
    ['The governor imposed a curfew.', ['COERCE']],
    ['The rebels released 12 hostages.', ['RETREAT']],
    ['Twelve hostages were released at noon.', ['RETREAT']],
  ])('that a main clause tells of a power: %s', (sentence, expected) => {
    expect(acts(sentence)).toEqual(expected);
  });
});

describe('an act of state is not reported', () => {
  it.each([
    ['of common verbs that no power acts by', 'The firm established a new base for its lorries.'],
    ['of officers who go to a call', 'Officers were dispatched to the house at nine.'],
    ['of what a noun names in passing', 'The men had left the bar before the curfew began.'],
    ['of which troops are spoken of', 'Soldiers stationed in Springfield by the army heard shots.'],
    ['in a clause of time', 'The men left when the government deployed soldiers.'],
  ])('%s', (_, sentence) => {
    expect(acts(sentence)).toEqual([]);
  });
});
