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

describe('those to whom it happens', () => {
  it('have name, age, type, number and effect', () => {
    expect(
      mention('A gunman killed the teacher Ann Lee, 44, and two students.').victims,
    ).toMatchObject([
      { name: 'Ann Lee', type: 'student', number: 1, effect: 'killed' },
      { words: 'two students', type: 'student', number: 2, effect: 'killed' },
    ]);
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
