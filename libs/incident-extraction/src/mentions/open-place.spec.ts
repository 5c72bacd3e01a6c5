import type { Place, Toponym } from '@tocsin/geocoding';
import { describe, expect, it } from '@jest/globals';
import { reading } from '../testing/readings.js';
import { doubtfulTown, isOpen, unknownTown } from './open-place.js';
import type { Decision } from './place-decision.js';
import type { Candidate } from './place-votes.js';

const place = (name: string, admin1: string | null, countryIso3 = 'USA'): Place => ({
  name,
  kind: admin1 === null ? 'country' : 'city',
  admin1,
  admin2: null,
  countryIso3,
  latitude: 40,
  longitude: -80,
  geonameId: 1,
  population: 9,
});

/** A place as a sentence names it by one word. */
function named(text: string, word: string, of: Place, confidence = 0.9): Candidate {
  const read = reading(text);
  const { tokens } = read.sentence;
  const from = tokens.findIndex((token) => token.text === word);
  const { start, end } = tokens[from]!;
  const toponym: Toponym = { start, end, words: word, kind: 'locative', place: of, confidence };
  return { place: of, standings: [{ toponym, reading: read, from, to: from + 1, piece: null }] };
}
const toponymsOf = (...all: Candidate[]) => all.map(({ standings }) => standings[0]!.toponym);
const told = (candidate: Candidate, level: Decision['level'] = 'place') => ({ candidate, level });

const KENT = place('Kent', 'Ohio');
const monroe = named('A man was shot in Monroe.', 'Monroe', place('Monroe', 'Louisiana'), 0.2);
const first = named(
  'He was taken to Bridgeport.',
  'Bridgeport',
  place('Bridgeport', 'Connecticut'),
);
const second = named('He died in Stamford.', 'Stamford', place('Stamford', 'Connecticut'));
const usa = named('He came to America.', 'America', place('United States', null));

describe('whether a finer place may be told', () => {
  it.each([
    ['KENT (AP) -- A man was shot.', 'KENT', true],
    ['A Kent man was shot.', 'Kent', true],
    ['A man was shot in Kent.', 'Kent', false],
  ])('%s', (text, word, expected) => {
    expect(isOpen(told(named(text, word, KENT)))).toBe(expected);
  });

  it('is so where no town is told', () => {
    expect(isOpen(null)).toBe(true);
    expect(isOpen(told(monroe, 'country'))).toBe(true);
    expect(isOpen(told(usa))).toBe(true);
  });
});

describe('a town that may be any of several', () => {
  const where = (decision: Decision | null, ...others: Candidate[]) => {
    const all = [monroe, ...others];
    return doubtfulTown(told(monroe), decision, all, toponymsOf(...all))?.toponym.place;
  };

  it('is told by its name, without a point, in the division of all other towns', () => {
    expect(where(told(monroe, 'country'), first, second)).toMatchObject({
      name: 'Monroe',
      admin1: 'Connecticut',
      countryIso3: 'USA',
      latitude: null,
      geonameId: null,
    });
  });

  it('is told in the country where the other towns do not agree, or are one', () => {
    const other = named('He fled to Akron.', 'Akron', place('Akron', 'Ohio'));
    expect(where(told(monroe, 'country'), first, second, other)?.admin1).toBeNull();
    expect(where(told(monroe, 'country'), first)?.admin1).toBeNull();
  });

  it('is told in the country that the article is about where all else lies there', () => {
    const [a, b] = ['Leeds', 'York'].map((name) =>
      named(`He came to ${name}.`, name, place(name, 'England', 'GBR')),
    );
    expect(where(null, a!, b!)).toMatchObject({ name: 'Monroe', countryIso3: 'GBR' });
    expect(where(null, a!, first)).toBeUndefined();
  });

  it('has no capitals but its first letters', () => {
    const shouted = named('HE DIED IN MONROE.', 'MONROE', place('Monroe', 'Louisiana'), 0.2);
    const found = doubtfulTown(told(shouted), told(shouted, 'country'), [shouted], []);
    expect(found?.toponym.place?.name).toBe('Monroe');
  });
});

describe('a town that no gazetteer knows', () => {
  it('is told only where something around it is known', () => {
    const { reading: read } = monroe.standings[0]!;
    const piece = { reading: read, frames: [], tolls: [], time: null, place: null };
    const town = { piece, from: 5, to: 6, words: 'Monroe', division: null };
    expect(unknownTown(town, null)).toBeNull();
    const found = unknownTown(town, { admin1: null, countryIso3: 'FRA' });
    expect(found?.toponym.place).toMatchObject({ name: 'Monroe', countryIso3: 'FRA' });
  });
});
