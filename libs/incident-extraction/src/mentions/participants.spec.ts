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

describe('instruments', () => {
  it('are listed once with their type', () => {
    expect(mention('A car bomb killed two men.').what.instruments).toEqual([
      { words: 'car bomb', type: 'vehicle bomb' },
    ]);
  });
});
