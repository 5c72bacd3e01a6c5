import { describe, expect, it } from '@jest/globals';
import { plural, verbForms } from './inflect.js';

describe('verb forms', () => {
  it.each([
    ['kill', 'kills', 'killed', 'killed', 'killing'],
    ['stab', 'stabs', 'stabbed', 'stabbed', 'stabbing'],
    ['kidnap', 'kidnaps', 'kidnapped', 'kidnapped', 'kidnapping'],
    ['shoot', 'shoots', 'shot', 'shot', 'shooting'],
    ['die', 'dies', 'died', 'died', 'dying'],
    ['seize', 'seizes', 'seized', 'seized', 'seizing'],
    ['carry', 'carries', 'carried', 'carried', 'carrying'],
    ['take', 'takes', 'took', 'taken', 'taking'],
    ['shell', 'shells', 'shelled', 'shelled', 'shelling'],
    ['rally', 'rallies', 'rallied', 'rallied', 'rallying'],
  ])('of %s', (base, third, past, participle, gerund) => {
    expect(verbForms(base)).toEqual({ base, third, past, participle, gerund });
  });
});

describe('the plural', () => {
  it.each([
    ['bomb', 'bombs'],
    ['clash', 'clashes'],
    ['robbery', 'robberies'],
    ['holiday', 'holidays'],
  ])('of %s is %s', (noun, expected) => {
    expect(plural(noun)).toBe(expected);
  });
});
