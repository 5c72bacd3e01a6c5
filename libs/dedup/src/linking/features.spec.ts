import { describe, expect, it } from '@jest/globals';
import type { Mention } from '@tocsin/contracts';
import { casualtiesOf, linkableOf, mentionOf } from '../testing/mentions.js';
import { featuresOf } from './features.js';

const { when, where } = mentionOf();
const features = (a: Partial<Mention>, b: Partial<Mention>) =>
  featuresOf(linkableOf(a), linkableOf(b));
const on = (day: string) => ({ when: { ...when, start: day, end: day } });
const aged = (age: number) => ({ victims: [{ words: 'a man', age, claims: [] }] });
const named = (name: string) => ({ victims: [{ words: name, name, claims: [] }] });

describe('what is compared of two mentions', () => {
  it.each([
    ['the next day', on('2022-01-06'), 'day:next'],
    ['the day after that', on('2022-01-07'), 'day:second'],
  ])('is %s', (_, other, feature) => {
    expect(features({}, other)).toMatchObject({ [feature]: 1 });
  });

  it('is how many days they are apart; the same day is what the others are measured by', () => {
    const days = Object.keys(features({}, {})).filter((name) => name.startsWith('day:'));
    expect(days).toEqual(['day:vague']);
  });

  it('is no difference of days where the later of two says only that it is over', () => {
    const words = ['amir kuanyshev', 'dana omarova'].map((term) => ({
      term,
      weight: 0.7,
      name: true,
    }));
    const told = (start: string | null, end: string) =>
      linkableOf(
        { when: { ...when, start, end, datePrecision: start ? 1 : null } },
        undefined,
        words,
      );
    const old = told('2022-01-05', '2022-01-05');
    expect(featuresOf(old, told(null, '2022-09-01'))).toMatchObject({ 'day:open': 1 });
    expect(featuresOf(old, told('2022-09-01', '2022-09-01'))).toMatchObject({ 'day:later': 1 });
    expect(featuresOf(old, told(null, '2021-09-01'))).toMatchObject({ 'day:later': 1 });
  });

  it('is the town, by its id or its distance', () => {
    const suburb = { where: { ...where, geonameId: 1, latitude: 43.3, longitude: 77 } };
    expect(features({}, {})).toMatchObject({ 'place:same': 1, 'region:same': 1 });
    expect(features({}, suburb)).toMatchObject({ 'place:near': 1 });
  });

  it('is whether the one names the town of the other, wherever a map has it', () => {
    const town = (latitude: number, countryIso3 = 'KAZ') => ({
      where: { ...where, place: 'Port Brest', geonameId: null, latitude, countryIso3 },
    });
    const naming = (terms: string[], at = {}) => {
      const keywords = terms.map((term) => ({ term, weight: 0.7, name: term !== 'port' }));
      return featuresOf(linkableOf(town(52.1), 'a'), linkableOf(at, 'b', keywords));
    };
    const far = { 'place:told': 1, 'place:far': 1 };
    expect(naming(['brest', 'port'])).toMatchObject(far);
    expect(naming(['brest', 'port'], town(48.4, 'FRA'))).toMatchObject(far);
    expect(naming(['brest', 'port'], town(52.1))).toMatchObject({
      'place:same': 1,
      'place:told': 0,
    });
  });

  it('is nothing where only a part of the town’s name is told, or towns have one name', () => {
    const brest = { ...where, place: 'Port Brest', geonameId: null, latitude: 52.1 };
    const rough = [{ term: 'port', weight: 1, name: true }];
    const other = { ...brest, latitude: 48.4, countryIso3: 'FRA' };
    expect(featuresOf(linkableOf({ where: brest }), linkableOf({}, 'b', rough))).toBe(
      'day-or-place',
    );
    expect(features({ where: brest }, { where: other })).toBe('country');
  });

  it('is the toll: the same says the more the larger it is, and it may triple while it rises', () => {
    const toll = (a: number, b: number) =>
      features({ casualties: casualtiesOf(a) }, { casualties: casualtiesOf(b) });
    expect(toll(2, 2)).toMatchObject({ 'killed:known': 1, 'killed:same': Math.log(3) });
    expect(toll(2, 5)).toMatchObject({ 'killed:known': 1, 'killed:gap': 0 });
    expect(toll(2, 60)).toMatchObject({
      'killed:gap': expect.closeTo(Math.log(60.5 / 2.5 / 3), 6),
    });
  });

  it('is who suffered, where both say it', () => {
    expect(features(named('Ana Lopez'), named('Lopez'))).toMatchObject({ 'victims:shared': 1 });
    expect(features(named('Ana Lopez'), named('John Smith'))).toMatchObject({ 'victims:other': 1 });
    expect(features(named('Ana Lopez'), {})).not.toHaveProperty('victims:other');
    expect(features(aged(30), aged(30))).toMatchObject({ 'ages:shared': 1 });
    expect(features(aged(30), aged(31))).toMatchObject({ 'ages:other': 1 });
  });

  it('is nothing where the country, or day and place, rule a link out', () => {
    expect(features({}, { where: { ...where, countryIso3: 'KGZ' } })).toBe('country');
    expect(features({}, on('2022-02-06'))).toBe('day-or-place');
  });

  it('goes on for months where the articles share names', () => {
    const names = ['serik', 'aigul'].map((term) => ({ term, weight: 0.7, name: true }));
    const [a, b] = [linkableOf({}, 'x', names), linkableOf(on('2022-03-05'), 'y', names)];
    expect(featuresOf(a, b)).toMatchObject({ 'day:later': 1, 'names:later': Math.log(3) });
  });
});
