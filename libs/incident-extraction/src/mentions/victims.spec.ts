import { describe, expect, it } from '@jest/globals';
import { mentionsOf } from '../testing/mentions.js';

const mention = (sentence: string) => mentionsOf(sentence, [sentence])[0]!;

describe('those to whom it happens', () => {
  it('have name, age, type, number and effect', () => {
    expect(
      mention('A gunman killed the teacher Ann Lee, 44, and two students.').victims,
    ).toMatchObject([
      { name: 'Ann Lee', type: 'student', number: 1, effect: 'killed' },
      { words: 'two students', type: 'student', number: 2, effect: 'killed' },
    ]);
  });

  it('are told by wounds and bullets, too', () => {
    const [told] = mentionsOf('Gunfire in park', [
      'Gunfire broke out in a park and a bullet grazed a 3-year-old on Monday.',
    ]);
    expect(told!.victims).toMatchObject([{ words: 'a 3-year-old', number: 1 }]);
  });

  it('are never pronouns', () => {
    expect(mention('He was killed in a bombing.').victims).toEqual([]);
  });
});

describe('victims', () => {
  const victims = (...text: [string, ...string[]]) =>
    mentionsOf(text[0], text)[0]!.victims.map(({ words, type }) => [words, type]);

  it('are not those who are charged with it', () => {
    expect(
      victims(
        'A girl was shot dead on Monday.',
        'Police filed homicide charges against Bob Roe, 17.',
      ),
    ).toEqual([['A girl', 'civilian']]);
  });

  it('are civilians where a crowd is hit', () => {
    expect(victims('A gunman attacked a crowd on Monday.')).toEqual([['a crowd', 'civilian']]);
  });
});

describe('whoever is told of twice', () => {
  const victims = (...text: [string, ...string[]]) =>
    mentionsOf(text[0], text)[0]!.victims.map(({ words, name, number }) => [words, name, number]);

  it('is one victim, with the name, age and words of all tellings', () => {
    const [told, ...others] = mentionsOf('Man shot dead in Springfield', [
      'A 40-year-old man was shot and killed on Monday.',
      'Bob Roe was pronounced dead at the scene.',
    ])[0]!.victims;
    expect(told).toMatchObject({ name: 'Bob Roe', age: 40, number: 1, effect: 'killed' });
    expect(told!.claims.length).toBeGreaterThan(1);
    expect(others).toEqual([]);
  });

  it('is one group, by its number, where the figure has no more', () => {
    expect(
      victims('Seven killed as bomb explodes', 'A bomb killed at least seven people on Monday.'),
    ).toEqual([['at least seven people', undefined, 7]]);
    expect(
      victims('Bomb kills dozens', 'A bomb killed dozens.', 'A bomb killed 60 people on Monday.'),
    ).toEqual([['60 people', undefined, 60]]);
  });

  it('is someone else where the figure has them all', () => {
    expect(
      victims('Bomb kills four', 'A bomb killed two nuns and two farmers on Monday.').map(
        ([words]) => words,
      ),
    ).toEqual(expect.arrayContaining(['two nuns', 'two farmers']));
  });

  it('is not the attacker who died as well', () => {
    expect(
      mentionsOf('Ambassador shot dead', [
        'The ambassador was shot dead on Monday.',
        'The gunman was killed by police.',
      ])[0]!.victims.map(({ type }) => type),
    ).toEqual(['government', 'attacker']);
  });
});
