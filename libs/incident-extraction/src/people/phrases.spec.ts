import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../text/tokens.js';
import { findNumbers } from '../numbers/counts.js';
import { reading } from '../testing/readings.js';
import { countOf, type Person } from './person.js';
import { findPeople } from './phrases.js';

const people = (text: string, upper = false): Person[] => {
  const tokens = tokenize(text);
  return findPeople(tokens, findNumbers(tokens), upper);
};
const brief = (text: string): (string | number | boolean | null | undefined)[][] =>
  people(text).map((p) => [p.actor?.id ?? null, countOf(p)?.best, p.name]);

describe('phrases for people', () => {
  it.each([
    ['at least two law enforcement officers', [['police', 2, null]]],
    ['a 25-year-old man', [['civilian', 1, null]]],
    ['the soldiers', [['military', undefined, null]]],
    ['a cage fighter', [['civilian', 1, null]]],
    ['a rebel fighter', [['rebel', 1, null]]],
    ['two of the victims', [['unspecified', 2, null]]],
    ['four members of the security forces', [['police', 4, null]]],
    ["two of the minister's bodyguards", [['guard', 2, null]]],
    ['four were shot', [[null, 4, null]]],
    ['the three found dead', [[null, 3, null]]],
    ['the three found guilty', []],
    ['a taxi driver', [['business', 1, null]]],
    ['the shooting, detectives suspect, was', [['police', undefined, null]]],
    ['a murder suspect', [['attacker', 1, null]]],
    ['Mayor John Smith was there', [['government', 1, 'John Smith']]],
    ['his wife, Mary Jones, was', [['civilian', 1, 'Mary Jones']]],
    [
      'a man and a woman',
      [
        ['civilian', 1, null],
        ['civilian', 1, null],
      ],
    ],
  ])('%j', (text, expected) => {
    expect(brief(text)).toEqual(expected);
  });

  it('are as many as their ages, which part no list', () => {
    expect(brief('The men, ages 20, 31 and 40, were')).toEqual([['civilian', 3, null]]);
    const list = 'Two men, ages 20 and 31, and a boy were shot.';
    expect(reading(list).tolls.map(({ quantity }) => quantity?.best)).toEqual([3]);
    const alone = 'Two men, aged 20 and 31, were shot.';
    expect(reading(alone).tolls.map(({ quantity }) => quantity?.best)).toEqual([2]);
  });

  it('are one where the second says who the first is', () => {
    expect(people('a second victim, an 18-year-old man, was shot')).toHaveLength(1);
    expect(people('a woman, an 18-year-old man and a boy were shot')).toHaveLength(3);
  });

  it('are two couples where the headline names as many of each', () => {
    expect(people('2 adults, 2 children killed').map(({ part }) => part)).toEqual([false, false]);
    expect(people('2 victims, 2 women, died').map(({ part }) => part)).toEqual([false, true]);
  });

  it('are none where something else is counted', () => {
    expect(brief('Officers shot three more times')).toEqual([['police', undefined, null]]);
    expect(brief('He shot three more')).toEqual([[null, 3, null]]);
  });

  it('mark parts of a whole that is counted already', () => {
    const parts = people('12 people, including three children and a nurse, died').map(
      (p) => p.part,
    );
    expect(parts).toEqual([false, true, true]);
  });

  it('mark a list that adds up to the phrase before it', () => {
    const parts = (text: string) => people(text).map((p) => p.part);
    expect(parts('Two victims, a man and a woman, died')).toEqual([false, true, true]);
    expect(parts('Three victims, a man and a woman, died')).toEqual([false, false, false]);
    expect(parts('six people, including a boy, and four men were hurt')).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('are no office, but whoever else a verb of harm has for its object', () => {
    expect(people('the sheriff’s office said')).toEqual([]);
    expect(people('her unborn child was lost')).toEqual([]);
    expect(people('of the 700 block of South Elm, was there')).toEqual([]);
    expect(people('County Homicide Investigators were called')).toEqual([]);
    expect(brief('killing two and wounding another.')).toEqual([
      [null, 2, null],
      [null, 1, null],
    ]);
  });

  it('know ages', () => {
    expect(people('a 25-year-old man')[0]?.age).toBe(25);
    expect(people('Smith, 31, was shot')[0]).toMatchObject({ name: 'Smith', age: 31 });
  });

  it('read names after titles in upper-case text', () => {
    expect(people('MAYOR RICARDO CASTELLAR WAS KIDNAPPED', true)[0]?.name).toBe(
      'RICARDO CASTELLAR',
    );
    expect(people('THE MAYOR WAS KIDNAPPED', true)[0]?.name).toBeNull();
  });

  it('don’t take a count of something else for people', () => {
    expect(people('one of the reasons')).toEqual([]);
    expect(people('12 rifles')).toEqual([]);
  });

  it('know the part from the whole', () => {
    const [part] = people('one of the three priests');
    expect([part?.count?.best, part?.whole?.best]).toEqual([1, 3]);
    expect(people('one of the priests')[0]?.whole).toBeNull();
    expect(people('three priests')[0]).toMatchObject({ count: { best: 3 }, whole: null });
  });

  it('count couples and both, but not whom "both" sums up', () => {
    expect(brief('a couple and their son were')).toEqual([
      ['civilian', 2, null],
      ['civilian', 1, null],
    ]);
    expect(brief('both were killed')).toEqual([[null, 2, null]]);
    expect(brief('Ann Roe and a friend both were killed')).toHaveLength(2);
  });

  it('count the victims of a deed, twins and a family of so many', () => {
    expect(brief('five shooting victims were')).toEqual([['unspecified', 5, null]]);
    expect(brief('his twin daughters were')).toEqual([['civilian', 2, null]]);
    expect(brief('a family of five was')).toEqual([['civilian', 5, null]]);
    expect(brief('a couple of hours')).toEqual([]);
  });

  it('go on behind the point of a saint', () => {
    expect(brief('two young St. James boys were')).toEqual([['civilian', 2, null]]);
  });

  it('are not how old people are', () => {
    expect(brief('a man and a woman, both 35 years old, were')).toHaveLength(2);
    expect(brief('a man 35 years old was')).toHaveLength(2);
  });

  it('are the other one whom something is done to', () => {
    expect(people('killing one and wounding the other, they said')).toHaveLength(2);
    expect(people('wounding the other guard')).toHaveLength(1);
    expect(people('killing two people and injuring a third')).toHaveLength(2);
  });

  it('are no animals', () => {
    expect(people('a male gorilla and two police dogs')).toEqual([]);
    expect(brief('a male and two officers')).toHaveLength(2);
  });
});

describe('the words of a phrase', () => {
  const words = (text: string): string[] => {
    const tokens = tokenize(text);
    return findPeople(tokens, findNumbers(tokens), false).map(({ from, to }) =>
      tokens
        .slice(from, to)
        .map((token) => token.text)
        .join(' '),
    );
  };

  it('begin behind "that" and behind verbs', () => {
    expect(words('They said that more suspects were sought')).toEqual(['more suspects']);
    expect(words('that suspect')).toEqual(['that suspect']);
    expect(words('It leaves man dead')).toEqual(['man']);
  });

  it('hold the parts that no noun counts', () => {
    expect(words('Two of the wounded were treated')).toEqual(['Two of the wounded']);
    expect(words('nine men, two of whom died')).toEqual(['nine men', 'two of whom']);
  });
});
