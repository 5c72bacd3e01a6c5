import { describe, expect, it } from '@jest/globals';
import { casualtiesOf, ELSEWHERE, mentionOf } from '../testing/mentions.js';
import { successorsOf, tellingLikeness } from './same-telling.js';

const { what, when } = mentionOf();
const riot = mentionOf('old-1');
const strike = mentionOf('old-2', {
  summary: 'Dock workers walked out at the port of Aktau.',
  where: ELSEWHERE,
  casualties: casualtiesOf(null),
});

describe('what an article told goes on in its new mention', () => {
  it('of the same id first', () => {
    expect(successorsOf([riot], [mentionOf('twin'), riot])).toEqual(new Map([['old-1', 'old-1']]));
    // By name the twin comes first, and it is told in the same words.
    expect(successorsOf([riot], [mentionOf('a-twin'), riot])).toEqual(
      new Map([['old-1', 'old-1']]),
    );
  });

  it('when the toll rose', () => {
    const now = mentionOf('new', { casualties: casualtiesOf(7) });
    expect(successorsOf([riot], [now]).get('old-1')).toBe('new');
  });

  it('when another extractor reads type, day and place of the sentence otherwise', () => {
    const read = {
      what: { ...what, acledEventType: 'Battles', acledSubEventType: 'Armed clash' },
      when: { ...when, start: '2022-01-04', end: '2022-01-04' },
      where: { ...mentionOf().where, place: 'Talgar', geonameId: 1, latitude: 43.3 },
    } as const;
    expect(successorsOf([riot], [mentionOf('new', read)]).get('old-1')).toBe('new');
  });

  it('each in its own, whatever their order', () => {
    const now = [mentionOf('b', { ...strike, mentionId: 'b' }), mentionOf('a')];
    const expected = new Map([
      ['old-1', 'a'],
      ['old-2', 'b'],
    ]);
    expect(successorsOf([riot, strike], now)).toEqual(expected);
    expect(successorsOf([strike, riot], now.toReversed())).toEqual(expected);
  });
});

describe('nothing goes on', () => {
  it('in a mention of something else', () => {
    expect(successorsOf([riot], [strike])).toEqual(new Map());
  });

  it('in a running total of the same words', () => {
    expect(tellingLikeness(riot, mentionOf('sum', { kind: 'aggregate' }))).toBe(0);
  });

  it('twice', () => {
    expect(successorsOf([riot, mentionOf('old-3')], [mentionOf('new')]).size).toBe(1);
  });
});
