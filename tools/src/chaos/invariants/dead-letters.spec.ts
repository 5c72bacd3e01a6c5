import { describe, expect, it } from '@jest/globals';
import { checkDeadLetters, type DeadLettersEvidence } from './dead-letters.js';

const letter = (origin: string, value: string | null = 'ff00') => ({
  topic: 'x-dlq',
  origin,
  value,
});
const sound: DeadLettersEvidence = {
  letters: [letter('x/0/1'), letter('x/0/1'), letter('x/0/2', null)],
  origins: new Map([
    ['x/0/1', 'ff00'],
    ['x/0/2', null],
  ]),
  planted: ['x/0/1', 'x/0/2'],
};
const examples = (changes: Partial<DeadLettersEvidence>) =>
  checkDeadLetters({ ...sound, ...changes }).examples;

it('letters with the bytes of their origins are sound, also twice', () =>
  expect(checkDeadLetters(sound)).toMatchObject({ name: 'I6', passed: true }));

it('what is no longer retained can not be compared', () =>
  expect(examples({ origins: new Map() })).toEqual([]));

describe('a planted fault is found:', () => {
  it('other bytes', () =>
    expect(examples({ letters: [letter('x/0/1', 'ff01'), letter('x/0/2', null)] })).toEqual([
      'x-dlq has other bytes than x/0/1',
    ]));

  it('a broken record without a letter', () =>
    expect(examples({ letters: [letter('x/0/1')] })).toEqual([
      'x/0/2 is broken and has no dead letter',
    ]));

  it('a letter of what was sound', () =>
    expect(examples({ letters: [...sound.letters, letter('x/0/9')] })).toEqual([
      'x-dlq has a letter of the sound x/0/9',
    ]));

  it('a test that broke nothing', () =>
    expect(examples({ planted: [], letters: [] })).toEqual(['nothing was published to break']));
});
