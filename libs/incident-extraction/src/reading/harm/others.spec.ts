import { describe, expect, it } from '@jest/globals';
import { reading } from '../../testing/readings.js';

/** The tolls of a sentence, as effects and numbers. */
const tolls = (text: string): string[] =>
  reading(text).tolls.map(({ effect, quantity }) => `${effect} ${quantity?.best}`);

describe('of several fates in one sentence each counts its own people', () => {
  it.each([
    ['Four dead bodies and 120 wounded were brought in.', ['killed 4', 'injured 120']],
    [
      'The bomb went off, killing 20 people and wounding more than 500 others.',
      ['killed 20', 'injured 500'],
    ],
    ['Two Freedonians were killed and three were wounded.', ['killed 2', 'injured 3']],
    ['Three men and two women were wounded.', ['injured 5']],
  ])('%s', (text, expected) => {
    expect(tolls(text)).toEqual(expected);
  });
});

describe('people of another happening are not counted', () => {
  it.each([
    'The rebels attacked in retaliation for air strikes that killed 30 villagers.',
    'It was a revenge attack for a raid that left 32 civilians dead.',
    'It is the worst crash since 2004, when seven people were killed.',
    'They have camped there since Nov. 15, when officers killed Ann Roe.',
    'The shooting comes a month after two girls were killed.',
    'The attack came in the wake of raids that left eight soldiers dead.',
  ])('%s', (text) => {
    expect(tolls(text)).toEqual([]);
  });

  it('but those before it are', () => {
    expect(tolls('Six people were killed in revenge for the death of a farmer.')).toEqual([
      'killed 6',
    ]);
    expect(tolls('Six people have been killed since 2020 in the camp.')).toEqual(['killed 6']);
    expect(tolls('He went abroad days after two girls were killed.')).toEqual(['killed 2']);
  });
});

describe('a toll that rises', () => {
  it('is told behind what it does, however far off', () => {
    const text =
      'The death toll from a powerful truck bombing at the consulate in the northern town of Springfield rose to at least six.';
    expect(tolls(text)).toContain('killed 6');
  });
});
