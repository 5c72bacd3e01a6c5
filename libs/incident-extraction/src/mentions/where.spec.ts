import { describe, expect, it } from '@jest/globals';
import { mentionsOf } from '../testing/mentions.js';

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

  it('names its claim', () => {
    const [mention] = mentionsOf('A bomb killed two men in Springfield.');
    expect(mention!.where.claims.map((i) => mention!.claims[i]!.quote)).toEqual(['Springfield']);
  });
});
