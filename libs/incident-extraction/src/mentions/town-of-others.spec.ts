import { describe, expect, it } from '@jest/globals';
import type { Place, Toponym } from '@tocsin/geocoding';
import { article } from '../testing/articles.js';
import { fewPlaces } from '../testing/mentions.js';
import { draftsOf } from '../tooling/drafts.js';
import type { ChosenPlace } from './open-place.js';
import { townOfOthers } from './town-of-others.js';

/** What is told of the first draft of a text where each of its drafts was given one of these, in their order. */
function told(given: readonly (readonly [string, Place['kind']])[], ...paragraphs: string[]) {
  const { drafts } = draftsOf(article({ paragraphs }), fewPlaces);
  expect(drafts).toHaveLength(given.length);
  const places = new Map(
    drafts.map((draft, i) => [draft, choice(given[i]![0], given[i]![1], draft.pieces[0]!)]),
  );
  return townOfOthers(drafts[0]!, places)?.toponym.place?.name;
}

function choice(name: string, kind: Place['kind'], piece: ChosenPlace['piece']): ChosenPlace {
  const [known] = fewPlaces.toponyms('Springfield');
  const place = { ...known!.place!, name, kind };
  const toponym: Toponym = { ...known!, words: name, place };
  return { piece, toponym, level: 'place' };
}

const COUNTRY = ['Freedonia', 'country'] as const;
const TOWN = ['Springfield', 'city'] as const;
const lead = 'Rebels shot dead 40 people in Freedonia on Monday.';
const other = 'On Sunday a man was shot dead in Springfield.';
const third = 'On Saturday a man was shot dead in Shelbyville.';

describe('an incident of which a text tells no more than the country', () => {
  it('is in the one town of all others of its kind', () => {
    expect(told([COUNTRY, TOWN], lead, other)).toBe('Springfield');
    expect(told([COUNTRY, TOWN, TOWN], lead, other, third)).toBe('Springfield');
  });

  it('stays there where they are in two, or of another kind', () => {
    expect(told([COUNTRY, TOWN, ['Shelbyville', 'city']], lead, other, third)).toBe('Freedonia');
    const kind = 'A train derailed in Springfield on Sunday.';
    expect(told([COUNTRY, TOWN], lead, kind)).toBe('Freedonia');
  });

  it('stays there where the other is of years ago', () => {
    const old = 'A man was shot dead in Springfield on May 3, 2011.';
    const lead = 'On March 2, 2016, rebels shot dead 40 people in Freedonia.';
    expect(told([COUNTRY, TOWN], lead, old)).toBe('Freedonia');
    expect(told([COUNTRY, TOWN], lead, old.replace('2011', '2015'))).toBe('Springfield');
  });

  it('stays there where it was all over it, or its own sentence names a town', () => {
    const wide = lead.replace('in Freedonia', 'throughout Freedonia');
    expect(told([COUNTRY, TOWN], wide, other)).toBe('Freedonia');
    const own = lead.replace('in Freedonia', 'near Shelbyville');
    expect(told([COUNTRY, TOWN], own, other)).toBe('Freedonia');
  });
});
