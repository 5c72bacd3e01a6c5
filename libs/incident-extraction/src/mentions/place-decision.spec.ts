import { describe, expect, it } from '@jest/globals';
import type { Place } from '@tocsin/geocoding';
import { believed, decide, type PlaceLevel } from './place-decision.js';
import type { Candidate, Standing } from './place-votes.js';

const place = (name: string, kind: Place['kind'], more: Partial<Place> = {}): Place => ({
  name,
  kind,
  admin1: 'Balkh',
  admin2: null,
  countryIso3: 'AFG',
  latitude: 36,
  longitude: 67,
  geonameId: null,
  population: 0,
  ...more,
});
const TOWN = place('Town', 'city');
const SUBURB = place('Suburb', 'city', { latitude: 36.1 });
const FAR = place('Far', 'city', { latitude: 38 });
const OTHER = place('Other', 'city', { admin1: 'Kunduz', latitude: 37 });
const ABROAD = place('Abroad', 'city', { countryIso3: 'PAK', admin1: 'Sindh', latitude: 25 });
const COUNTRY = place('Country', 'country', { admin1: null });

const decided = (...likely: [Place, number][]) => {
  const candidates = likely.map(([each]) => ({ place: each, standings: [] }));
  const chances = likely.map(([, chance]) => chance);
  const decision = decide(candidates, chances);
  return decision && [decision.candidate.place.name, decision.level];
};

describe('how much of a place is told', () => {
  it('is the place where it is likely enough', () => {
    expect(decided([TOWN, 0.5], [ABROAD, 0.3])).toEqual(['Town', 'place']);
  });

  it('is the finest of two that are', () => {
    expect(decided([COUNTRY, 0.5], [TOWN, 0.42])).toEqual(['Town', 'place']);
  });

  it('is its surroundings where it shares its odds with its suburb', () => {
    expect(decided([TOWN, 0.3], [SUBURB, 0.25], [ABROAD, 0.2])).toEqual(['Town', 'near']);
  });

  it('is a town with its county, though the division alone is likelier', () => {
    const county = place('County', 'admin2', { admin2: 'County', latitude: 36.9 });
    const seat = place('Seat', 'city', { admin2: 'County' });
    const division = place('Balkh', 'admin1');
    expect(decided([division, 0.33], [seat, 0.31], [county, 0.13], [FAR, 0.2])).toEqual([
      'Seat',
      'near',
    ]);
  });

  it('is the division where its towns lie far apart', () => {
    expect(decided([TOWN, 0.3], [FAR, 0.25], [ABROAD, 0.2])).toEqual(['Town', 'admin1']);
  });

  it('is the country where its divisions do not agree', () => {
    expect(decided([TOWN, 0.3], [OTHER, 0.25], [ABROAD, 0.2])).toEqual(['Town', 'country']);
    expect(decided([TOWN, 0.25], [OTHER, 0.1], [COUNTRY, 0.2])).toEqual(['Country', 'place']);
  });

  it('is nothing where no country is likely enough, or no place is named', () => {
    expect(decided([TOWN, 0.3], [ABROAD, 0.3])).toBeNull();
    expect(decided()).toBeNull();
  });
});

describe('a town or county whose name may be another’s', () => {
  const named = (each: Place, confidence: number): Candidate => ({
    place: each,
    standings: [{ toponym: { confidence } } as Standing],
  });
  const level = (confidence: number, others: readonly Place[], told: PlaceLevel = 'place') => {
    const candidate = named(TOWN, confidence);
    const candidates = [candidate, ...others.map((other) => named(other, 0.9))];
    return believed({ candidate, level: told }, candidates)?.level;
  };

  it('is told no finer than what else the article names there', () => {
    expect(level(0.2, [FAR])).toBe('admin1');
    expect(level(0.2, [OTHER, ABROAD], 'near')).toBe('country');
    expect(level(0.2, [])).toBe('country');
    expect(level(0.2, [ABROAD])).toBeUndefined();
  });

  it('may be a county', () => {
    const county = named(place('Lake', 'admin2'), 0.2);
    expect(believed({ candidate: county, level: 'place' }, [county])?.level).toBe('country');
  });

  it('is told where it is believed', () => {
    expect(level(0.3, [ABROAD])).toBe('place');
    expect(level(0.2, [FAR], 'country')).toBe('country');
  });
});
