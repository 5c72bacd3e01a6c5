import { describe, expect, it } from '@jest/globals';
import type { Mention } from '@tocsin/contracts';
import { casualtiesOf, ELSEWHERE, linkableOf, mentionOf } from '../testing/mentions.js';
import { IMPOSSIBLE, scoreLink } from './score-link.js';

const { what, when, where } = mentionOf();
/** Words of equal weight; those with a capital are names. */
const keywords = (text: string) =>
  text.split(' ').map((word) => ({
    term: word.toLowerCase(),
    weight: 0.28,
    name: word !== word.toLowerCase(),
  }));
const RIOT = keywords(
  'riot officer police fuel station prison curfew square Tokayev Turgumbayev Sarybay Nurly',
);
/** Of another riot, under the same president. */
const OTHER_RIOT = keywords(
  'riot mosque police market imam bus strike harbour Tokayev Sadykov Kapparov Turksib',
);
const decide = (a: Partial<Mention>, b: Partial<Mention>) =>
  scoreLink(linkableOf(a, undefined, RIOT), linkableOf(b, undefined, RIOT)).decision;
const decideOther = (a: Partial<Mention>, b: Partial<Mention>) =>
  scoreLink(linkableOf(a, undefined, RIOT), linkableOf(b, undefined, OTHER_RIOT)).decision;
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
    const score = scoreLink(linkableOf(), linkableOf({ where: ELSEWHERE }));
    expect(score).toMatchObject({
      decision: 'distinct',
      score: IMPOSSIBLE,
      ruledOutBy: 'day-or-place',
    });
  });

  it('three days apart', () => {
    const later = { ...otherWords, when: { ...when, start: '2022-01-08', end: '2022-01-08' } };
    expect(decideOther({}, later)).not.toBe('linked');
  });

  it('half a year apart in one town, though one template tells both', () => {
    const template = keywords('bomb exploded mosque almaty killed injured police said');
    const later = { when: { ...when, start: '2022-07-05', end: '2022-07-05' } };
    const [a, b] = [{}, later].map((changes) => linkableOf(changes, undefined, template));
    expect(scoreLink(a!, b!)).toMatchObject({ decision: 'distinct', ruledOutBy: 'day-or-place' });
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
    expect(decideOther({ where: vague }, { where: { ...vague, countryIso3: 'KGZ' } })).not.toBe(
      'linked',
    );
  });

  it('of kinds that nobody confuses', () => {
    const agreement = {
      ...what,
      acledEventType: 'Strategic developments',
      acledSubEventType: 'Agreement',
    } as const;
    expect(decideOther({}, { what: agreement })).not.toBe('linked');
    const quake = {
      ...what,
      acledEventType: null,
      acledSubEventType: null,
      hazardType: 'Natural/Geophysical/earthquake',
    };
    const crash = { ...quake, hazardType: 'Technological/Transport/rail' };
    expect(decideOther({ what: quake }, { what: crash })).not.toBe('linked');
  });

  it('with other victims by name and tolls far apart', () => {
    const named = (name: string) => [{ words: name, name, claims: [] }];
    expect(
      decideOther(
        { victims: named('Ana Lopez'), casualties: casualtiesOf(1) },
        { ...otherWords, victims: named('John Smith'), casualties: casualtiesOf(60) },
      ),
    ).not.toBe('linked');
  });
});

it('the score is the same both ways and explains itself', () => {
  const [a, b] = [linkableOf(), linkableOf({ casualties: casualtiesOf(3) })];
  const [ab, ba] = [scoreLink(a, b), scoreLink(b, a)];
  expect(ab).toEqual(ba);
  const sum = Object.values(ab.features).reduce((total: number, x) => total + (x ?? 0), 0);
  expect(ab.score).toBeCloseTo(sum, 5);
});
