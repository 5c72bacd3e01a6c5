import { describe, expect, it } from '@jest/globals';
import { findNumbers } from '../numbers/counts.js';
import { tokenize } from '../text/tokens.js';
import { canBeSame, combine, type Description, describePerson } from './describe.js';
import { findPeople } from './phrases.js';

const told = (text: string): Description => {
  const tokens = tokenize(text);
  return describePerson(tokens, findPeople(tokens, findNumbers(tokens), false)[0]!);
};

describe('what a phrase tells of a person', () => {
  it.each<[string, Partial<Description>]>([
    ['a 12-year-old boy fell', { age: 12, sex: 'male', ageGroup: 'child', definite: false }],
    ['his daughter fell', { sex: 'female', definite: true }],
    ['the gunman fled', { attacker: true, sex: 'male' }],
    ['another woman fell', { other: true, sex: 'female', ageGroup: 'adult' }],
    ['a 19 year old man fell', { age: 19, ageGroup: null }],
    ['They saw Ann Lee, 31, fall', { first: 'ann', last: 'lee', age: 31, definite: true }],
    ['a police officer fell', { police: true }],
    ["Roe's daughter fell", { sex: 'female', possessed: true }],
  ])('%j', (text, expected) => {
    expect(told(text)).toMatchObject(expected);
  });

  it('lets two phrases be one person unless they contradict each other', () => {
    const boy = told('a 12-year-old boy fell');
    expect(canBeSame(boy, told('the child fell'))).toBe(true);
    expect(canBeSame(boy, told('a man fell'))).toBe(false);
    expect(canBeSame(boy, told('a girl fell'))).toBe(false);
    expect(canBeSame(boy, told('a 9-year-old fell'))).toBe(false);
    const ann = told('They saw Ann Lee, 31, fall');
    expect(canBeSame(ann, told('They saw Lee, 31, fall'))).toBe(true);
    expect(canBeSame(ann, told('They saw Bob Lee, 31, fall'))).toBe(false);
    expect(canBeSame(ann, told('the woman fell'))).toBe(true);
  });

  it('adds up what the phrases tell', () => {
    const both = combine(told('a teenager fell'), told('They saw Ann Lee, 16, fall'));
    expect(both).toMatchObject({ last: 'lee', age: 16, ageGroup: 'young' });
  });
});
