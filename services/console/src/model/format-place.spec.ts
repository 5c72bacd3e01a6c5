import { describe, expect, it } from '@jest/globals';
import { placeName, shortPlace, precisionWords, uncertaintyKm } from './format-place.js';

describe('a place', () => {
  it('is named from the town to the country', () => {
    const where = { place: 'Almaty', admin1: 'Almaty Region', countryIso3: 'KAZ' };
    expect(placeName(where)).toBe('Almaty, Almaty Region, Kazakhstan');
  });

  it('in a list is told without its region, unless that is all', () => {
    const where = { place: 'Almaty', admin1: 'Almaty Region', countryIso3: 'KAZ' };
    expect(shortPlace(where)).toBe('Almaty, Kazakhstan');
    expect(shortPlace({ ...where, place: null })).toBe('Almaty Region, Kazakhstan');
  });

  it('says nothing twice', () => {
    expect(placeName({ place: 'Beirut', admin1: 'Beirut', countryIso3: null })).toBe('Beirut');
  });

  it('that nobody told is unknown', () => {
    expect(placeName({ place: null, admin1: null, countryIso3: null })).toBe('place unknown');
  });
});

describe('how precisely it is known', () => {
  it('is told in words', () => {
    expect([1, 4, 6, 9, null].map(precisionWords)).toEqual([
      'exact place',
      'somewhere in the region',
      'somewhere in the country',
      null,
      null,
    ]);
  });

  it('grows into an area, but for points and for countries', () => {
    expect([1, 2, 4, 6, null].map(uncertaintyKm)).toEqual([null, 25, 150, null, null]);
  });
});
