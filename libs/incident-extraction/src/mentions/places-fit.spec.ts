import { describe, expect, it } from '@jest/globals';
import type { Place } from '@tocsin/geocoding';
import { kmApart, placesFit } from './places-fit.js';

const place = (name: string, changes: Partial<Place> = {}): Place => ({
  kind: 'city',
  geonameId: null,
  name,
  countryIso3: 'USA',
  admin1: 'Ohio',
  admin2: null,
  latitude: 40,
  longitude: -83,
  population: 0,
  ...changes,
});
/** A degree of latitude is some 111 km. */
const north = (km: number) => ({ latitude: 40 + km / 111.2 });

describe('two places', () => {
  it('are so many kilometres apart, where both have a point', () => {
    expect(kmApart(place('A'), place('B', north(25)))).toBeCloseTo(25, 0);
    expect(kmApart(place('A'), place('B', { latitude: null }))).toBeNull();
  });

  it('fit where they are one town, or a suburb and its city', () => {
    expect(placesFit(place('A'), place('B', north(25)))).toBe(true);
    expect(placesFit(place('A'), place('B', north(35)))).toBe(false);
    expect(placesFit(place('A'), place('A', north(35)))).toBe(true);
    expect(placesFit(place('A'), place('B', { latitude: null }))).toBe(false);
  });

  it('fit where one may contain the other', () => {
    const [ohio, utah] = ['Ohio', 'Utah'].map((name) =>
      place(name, { kind: 'admin1', admin1: name }),
    ) as [Place, Place];
    const country = place('United States', { kind: 'country', admin1: null });
    const abroad = place('France', { kind: 'country', countryIso3: 'FRA', admin1: null });
    expect([ohio, utah, country, abroad].map((each) => placesFit(each, place('A')))).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });
});
