import { describe, expect, it } from '@jest/globals';
import type { Place } from '@tocsin/geocoding';
import { placed } from '../testing/placed.js';
import { cityOfQuarter } from './quarter.js';

const CITY: Partial<Place> = { population: 400_000, latitude: 41, longitude: -87 };
const FAR: Partial<Place> = { admin1: 'Texas', latitude: 30, longitude: -97 };

/** What is told where the likeliest place was taken to be Shelbyville, and Springfield is a city. */
const told = (first: string, { far = FAR, city = CITY, belief = 0.85 } = {}): string => {
  const candidates = placed(first).candidates.map(({ place, standings }) => {
    const isFar = place.name === 'Shelbyville';
    const over = isFar ? far : place.name === 'Springfield' ? city : {};
    const confidence = isFar ? belief : 0.9;
    return {
      place: { ...place, ...over },
      standings: standings.map((each) => ({ ...each, toponym: { ...each.toponym, confidence } })),
    };
  });
  const candidate = candidates.find(({ place }) => place.name === 'Shelbyville')!;
  return cityOfQuarter({ candidate, level: 'place' }, candidates).candidate.place.name;
};

describe('a town far from the city whose police speak', () => {
  const attack = 'Two men were shot dead in Shelbyville on Friday, Springfield police said.';

  it('is a quarter of that city', () => expect(told(attack)).toBe('Springfield'));

  it('is one whatever it is believed, where it is said to be', () => {
    const quarter =
      'Two men were shot dead in the Shelbyville neighborhood, Springfield police said.';
    expect(told(quarter, { belief: 0.97 })).toBe('Springfield');
    expect(told(quarter.replace('the', 'a'), { belief: 0.97 })).toBe('Shelbyville');
  });

  it('is one in a wire’s capitals, of the city that is named right behind it', () => {
    const wire = 'TWO MEN WERE SHOT DEAD IN SHELBYVILLE NEIGHBORHOOD, NORTHERN SPRINGFIELD.';
    expect(told(wire, { belief: 0.97 })).toBe('Springfield');
    expect(told(wire.replace(' NEIGHBORHOOD', ''), { belief: 0.97 })).toBe('Shelbyville');
  });

  it('is told where it is near, surely meant, or has a police of its own', () => {
    expect(told(attack, { far: { ...FAR, latitude: 41.2, longitude: -87 } })).toBe('Shelbyville');
    expect(told(attack, { belief: 0.97 })).toBe('Shelbyville');
    const own = 'Two men were shot dead, Shelbyville police and Springfield police said.';
    expect(told(own)).toBe('Shelbyville');
  });

  it('is told where its state is named, or the other is a town', () => {
    expect(told(`${attack} Illinois is shocked.`, { far: { ...FAR, admin1: 'Illinois' } })).toBe(
      'Shelbyville',
    );
    expect(told(attack, { city: { ...CITY, population: 9_000 } })).toBe('Shelbyville');
  });
});

describe('a town far from the city of the dateline', () => {
  const attack = 'SPRINGFIELD (AP) -- Two men were shot dead in Shelbyville on Friday.';

  it('is a quarter in American local news', () => expect(told(attack)).toBe('Springfield'));

  it('is told elsewhere', () =>
    expect(told(attack, { city: { ...CITY, countryIso3: 'CAN' } })).toBe('Shelbyville'));
});
