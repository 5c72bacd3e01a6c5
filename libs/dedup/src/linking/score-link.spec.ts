import { describe, expect, it } from '@jest/globals';
import type { Mention } from '@tocsin/contracts';
import { casualtiesOf, linkableOf, mentionOf } from '../testing/mentions.js';
import { IMPOSSIBLE, scoreLink } from './score-link.js';

const { what, when, where } = mentionOf();
const decide = (a: Partial<Mention>, b: Partial<Mention>) =>
  scoreLink(linkableOf(a), linkableOf(b)).decision;
const elsewhere = {
  ...where,
  place: 'Aktau',
  admin1: 'Mangystau',
  latitude: 43.65,
  longitude: 51.15,
  geonameId: 610612,
};
const otherWords = { summary: 'Clashes left several people dead overnight.' };

describe('two mentions are one incident', () => {
  it('when type, town and day agree', () => {
    expect(decide({}, otherWords)).toBe('linked');
  });

  it('while the toll rises', () => {
    expect(decide({}, { ...otherWords, casualties: casualtiesOf(18) })).toBe('linked');
  });

  it('when one article dates it a day later but tells the same', () => {
    expect(decide({}, { when: { ...when, start: '2022-01-06', end: '2022-01-06' } })).toBe(
      'linked',
    );
  });

  it('when a victim has the same name, whatever the type is called', () => {
    const victims = [{ words: 'Ana Lopez', name: 'Ana Lopez', claims: [] }];
    const asAttack = {
      ...what,
      acledEventType: 'Violence against civilians',
      acledSubEventType: 'Attack',
    } as const;
    expect(decide({ ...otherWords, victims }, { what: asAttack, victims })).toBe('linked');
  });

  it('when the place is given as coordinates a few kilometres away', () => {
    const suburb = { ...where, place: 'Talgar', geonameId: null, latitude: 43.3, longitude: 77.0 };
    expect(decide({}, { where: suburb })).toBe('linked');
  });
});

describe('two mentions are two incidents', () => {
  it('in two towns', () => {
    const score = scoreLink(linkableOf(), linkableOf({ where: elsewhere }));
    expect(score).toMatchObject({
      decision: 'distinct',
      score: IMPOSSIBLE,
      features: { place: null },
    });
  });

  it('three days apart', () => {
    expect(decide({}, { when: { ...when, start: '2022-01-08', end: '2022-01-08' } })).toBe(
      'distinct',
    );
  });

  it('in two countries, however vague the place', () => {
    const vague = {
      ...where,
      place: null,
      admin1: null,
      latitude: null,
      longitude: null,
      geonameId: null,
      geoPrecision: null,
    };
    expect(decide({ where: vague }, { where: { ...vague, countryIso3: 'KGZ' } })).toBe('distinct');
  });

  it('of kinds that nobody confuses', () => {
    const agreement = {
      ...what,
      acledEventType: 'Strategic developments',
      acledSubEventType: 'Agreement',
    } as const;
    expect(decide({}, { what: agreement })).toBe('distinct');
    const quake = {
      ...what,
      acledEventType: null,
      acledSubEventType: null,
      hazardType: 'Natural/Geophysical/earthquake',
    };
    const crash = { ...quake, hazardType: 'Technological/Transport/rail' };
    expect(decide({ what: quake }, { what: crash })).toBe('distinct');
  });

  it('with other victims by name and tolls far apart', () => {
    const named = (name: string) => [{ words: name, name, claims: [] }];
    expect(
      decide(
        { victims: named('Ana Lopez'), casualties: casualtiesOf(1) },
        { ...otherWords, victims: named('John Smith'), casualties: casualtiesOf(60) },
      ),
    ).toBe('distinct');
  });
});

it('the score is the same both ways and explains itself', () => {
  const [a, b] = [linkableOf(), linkableOf({ casualties: casualtiesOf(3) })];
  const [ab, ba] = [scoreLink(a, b), scoreLink(b, a)];
  expect(ab).toEqual(ba);
  const sum = Object.values(ab.features).reduce((total: number, x) => total + (x ?? 0), 0);
  expect(ab.score).toBeCloseTo(sum, 5);
});
