import { describe, expect, it } from '@jest/globals';
import { mentionsOf } from '../testing/mentions.js';

const FILLER = [
  'The road was closed for hours.',
  'A crane lifted the wreck.',
  'Traffic was slow.',
  'It rained.',
];

/** Types that are published of an article on a train crash with one more sentence far down. */
const published = (sentence: string): (string | null)[] =>
  mentionsOf('Train derails, three injured', [
    'A train derailed in Springfield on Wednesday, injuring three people.',
    ...FILLER,
    sentence,
  ])
    .filter(({ background, kind }) => !background && kind === 'incident')
    .map(({ what }) => what.acledSubEventType ?? what.hazardType);

const CRASH = 'Technological/Transport/rail';

describe('what is told below the news is news of its own', () => {
  it.each([
    ['with its own day', 'Gunmen shot two clerks on Tuesday.', 'Attack'],
    ['with its own town', 'Gunmen shot two clerks in Shelbyville.', 'Attack'],
    [
      'with a toll of its own day',
      'Six men died in a car bomb attack on Tuesday.',
      'Remote explosive/landmine/IED',
    ],
    ['as an arrest of somebody', 'Police arrested two men at the station.', 'Arrests'],
  ])('%s', (_, sentence, type) => {
    expect(published(sentence)).toEqual([CRASH, type]);
  });
});

describe('what is told below the news is background', () => {
  it.each([
    ['in a comparison', 'It was the worst accident since a bus overturned in Shelbyville.'],
    ['as a death without more', 'A man was found dead in Shelbyville.'],
    ['of another year', 'Gunmen shot two clerks on 3 May 2019.'],
    ['with neither day nor town', 'Gunmen shot at the doors.'],
    ['as a noun in passing', 'Officers from the Shelbyville robbery squad came too.'],
  ])('%s', (_, sentence) => {
    expect(published(sentence)).toEqual([CRASH]);
  });
});

describe('where the lead tells of no incident', () => {
  it('later sentences with a day or a place do', () => {
    const told = mentionsOf('Mayor opens fair', [
      'The mayor opened the fair and two men were hurt.',
      ...FILLER,
    ]);
    expect(told.some(({ background }) => !background)).toBe(true);
  });
});

describe('land', () => {
  it.each([
    ['Rebels seized the town of Springfield on Wednesday.', [false]],
    ['Detectives took over the village from patrol officers on Wednesday.', [true]],
  ])('is taken by powers: %s', (sentence, expected) => {
    const told = mentionsOf('News of the day', [sentence, ...FILLER, 'It ended.']);
    expect(told.map(({ background }) => background)).toEqual(expected);
  });
});
