import { describe, expect, it } from '@jest/globals';
import { mentionsOf } from '../testing/mentions.js';

const mention = (sentence: string) => mentionsOf(sentence, [sentence])[0]!;

describe('those who act', () => {
  it('have the codes of their class', () => {
    expect(mention('Guerrillas killed two farmers.').actors).toMatchObject([
      { role: 'perpetrator', words: 'Guerrillas', sector: 'REB', inter: 2, responsibility: 'fact' },
    ]);
  });

  it('are named organisations too, with how firmly', () => {
    const claimed = mention('The Taliban claimed responsibility for the bombing.');
    expect(claimed.actors).toContainEqual(
      expect.objectContaining({ name: 'Taliban', responsibility: 'claimed' }),
    );
    const accused = mention('Police accused the Taliban of the bombing.');
    expect(accused.actors).toContainEqual(
      expect.objectContaining({ name: 'Taliban', responsibility: 'accused-by-authorities' }),
    );
  });
});

describe('police', () => {
  const roles = (...text: [string, ...string[]]) =>
    mentionsOf(text[0], text)[0]!.actors.map(({ role, words }) => [role, words]);

  it('step in where they shoot an attacker', () => {
    expect(roles('Police shot and killed the gunman.')).toEqual([['intervenor', 'Police']]);
    expect(roles('A gunman killed two men.', 'Police shot the man.')).toEqual([
      ['perpetrator', 'A gunman'],
      ['intervenor', 'Police'],
    ]);
  });

  it('do it where no one else does', () => {
    expect(roles('Police killed two farmers.')).toEqual([['perpetrator', 'Police']]);
  });
});

describe('who is told of again', () => {
  it('is one actor, and one victim', () => {
    const told = mentionsOf('A gunman shot two men', [
      'A gunman shot two men.',
      'The gunman shot at least two men.',
    ])[0]!;
    expect(told.actors.map(({ words }) => words)).toEqual(['A gunman']);
    expect(told.victims).toHaveLength(1);
  });

  it('is no victim because he speaks', () => {
    const told = mentionsOf('Bomb wounds 120', ['A bomb wounded 120 people, officials said.'])[0]!;
    expect(told.victims.map(({ type }) => type)).not.toContain('government');
  });

  it('is no actor of an accident', () => {
    const told = mentionsOf('Train derails', ['A train derailed and a boy fell into the river.']);
    expect(told.flatMap(({ actors }) => actors)).toEqual([]);
  });
});

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

describe('instruments', () => {
  it('are listed once with their type', () => {
    expect(mention('A car bomb killed two men.').what.instruments).toEqual([
      { words: 'car bomb', type: 'vehicle bomb' },
    ]);
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
