import { describe, expect, it } from '@jest/globals';
import { mentionsOf } from '../testing/mentions.js';
import { coarsen } from './where.js';

const where = (sentence: string) => mentionsOf(sentence, [sentence])[0]!.where;

describe('precision is what the text gives', () => {
  it('a country has no coordinates', () => {
    expect(where('A bomb killed two men in Freedonia.')).toMatchObject({
      place: null,
      latitude: null,
      longitude: null,
      geoPrecision: null,
      wherePrecision: 6,
    });
  });

  it('a division is a division', () => {
    expect(where('A bomb killed two men in Kansas.')).toMatchObject({
      place: 'Kansas',
      admin1: 'Kansas',
      geoPrecision: 3,
      wherePrecision: 4,
    });
  });

  it('near a town is within 25 km of it', () => {
    expect(where('A bomb killed two men near Springfield.')).toMatchObject({
      place: 'Springfield',
      geoPrecision: 2,
      wherePrecision: 2,
    });
  });

  it('so many miles from a town is not in it', () => {
    const near = { place: 'Springfield', geoPrecision: 2, wherePrecision: 2 };
    expect(where('A bomb killed two men 12 miles south of Springfield.')).toMatchObject(near);
    expect(where('A bomb killed two men some 20 km from Springfield.')).toMatchObject(near);
    expect(where('A bomb killed two men in the south of Springfield.')).toMatchObject({
      place: 'Springfield',
      wherePrecision: 1,
    });
  });

  it('names its claim', () => {
    const [mention] = mentionsOf('A bomb killed two men in Springfield.');
    expect(mention!.where.claims.map((i) => mention!.claims[i]!.quote)).toEqual(['Springfield']);
  });
});

describe('no more than the division or the country', () => {
  const town = mentionsOf('A bomb killed two men in Springfield.')[0]!.where;
  const nowhere = { place: null, latitude: null, longitude: null, geonameId: null };

  it('has no point and the codes of what is left', () => {
    expect(coarsen(town, 'admin1')).toMatchObject({
      ...nowhere,
      admin1: 'Illinois',
      geoPrecision: 3,
      wherePrecision: 4,
    });
    expect(coarsen(town, 'country')).toMatchObject({
      ...nowhere,
      admin1: null,
      countryIso3: 'USA',
      geoPrecision: null,
      wherePrecision: 6,
    });
  });

  it('is the country where no division is known, and no code without a country', () => {
    expect(coarsen({ ...town, admin1: null }, 'admin1').wherePrecision).toBe(6);
    expect(coarsen({ ...town, countryIso3: null }, 'country').wherePrecision).toBeNull();
  });

  it('keeps the claim that it is derived from', () => {
    expect(coarsen(town, 'country').claims).toEqual(town.claims);
  });
});
