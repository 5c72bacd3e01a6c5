import { describe, expect, it } from '@jest/globals';
import type { Mention } from '@tocsin/contracts';
import { casualtiesOf, ELSEWHERE, mentionOf } from '../testing/mentions.js';
import { contradict } from './contradict.js';

type Changes = Partial<Mention>;
const told = (changes: Changes) => mentionOf('m', changes);
const { what, where, when } = mentionOf();
const dead = (...names: string[]): Changes => ({
  casualties: casualtiesOf(names.length),
  victims: names.map((name) => ({
    words: name,
    name,
    type: 'civilian',
    number: 1,
    effect: 'killed',
    claims: [],
  })),
});
const on = (day: string | null, end = day): Changes => ({
  when: { ...when, start: day, end },
});

describe('two mentions of one article', () => {
  it.each<[string, Changes, Changes]>([
    ['towns far apart', {}, { where: ELSEWHERE }],
    ['two countries', {}, { where: { ...where, countryIso3: 'KGZ', latitude: null } }],
    ['two regions', { where: { ...where, latitude: null, admin1: 'Abai' } }, {}],
    ['days that do not touch', on('2022-01-04'), on('2022-01-05', '2022-01-06')],
    ['tolls of more than three to one', dead('A. B'), { casualties: casualtiesOf(12) }],
    ['dead who are all named, and are others', dead('Serik Nurly'), dead('Aigul Omar')],
    [
      'kinds that exclude each other',
      {},
      { what: { ...what, acledEventType: 'Battles', acledSubEventType: 'Armed clash' } },
    ],
  ])('contradict each other by %s', (_, a, b) => {
    expect(contradict(told(a), told(b))).toBe(true);
    expect(contradict(told(b), told(a))).toBe(true);
  });

  it.each<[string, Changes, Changes]>([
    ['say the same', {}, {}],
    ['know less', on(null), on('2022-01-05')],
    ['tell one day of some', on('2022-01-04', '2022-01-06'), on('2022-01-05')],
    [
      'name some of the dead each',
      { ...dead('Serik Nurly'), casualties: casualtiesOf(2) },
      { ...dead('Aigul Omar'), casualties: casualtiesOf(2) },
    ],
    ['share one of the dead', dead('Serik Nurly'), dead('Nurly')],
  ])('agree where they %s', (_, a, b) => {
    expect(contradict(told(a), told(b))).toBe(false);
  });
});
