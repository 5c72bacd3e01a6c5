import { describe, expect, it } from '@jest/globals';
import { reading } from '../testing/readings.js';

const realisOf = (text: string, sense: string) =>
  reading(text).frames.find(({ trigger }) => trigger.sense.id === sense)?.realis;

describe('whether what a noun names happened', () => {
  it.each([
    ['A vigil is planned for Monday.', 'protest', 'planned'],
    ['The strike action will begin on Monday.', 'strike', 'planned'],
    ['The march was cancelled.', 'protest', 'negated'],
    ['The attack was foiled by guards.', 'attack', 'attempted'],
    ['They met before next week’s peace talks.', 'agree', 'planned'],
    ['Two men were held ahead of rallies next month.', 'protest', 'planned'],
    ['They called for the release of prisoners.', 'release', 'planned'],
    ['The union demanded a general strike.', 'strike', 'planned'],
    ['They hoped to launch an attack.', 'attack', 'planned'],
    ['The shooting threat is dubious.', 'shooting', 'threatened'],
    ['Police told of a bombing plot.', 'bombing', 'planned'],
    ['Moscow warned that air strikes could harm the talks.', 'air-strike', 'hypothetical'],
  ])('%j tells of none', (text, sense, expected) => {
    expect(realisOf(text, sense)).toBe(expected);
  });

  it.each([
    ['The strike action will continue on Monday.', 'strike'],
    ['A vigil was held on Monday.', 'protest'],
    ['The attack was condemned.', 'attack'],
    ['The bombing killed next of kin.', 'bombing'],
    ['The air strikes could harm the talks.', 'air-strike'],
    ['Two air strikes could be seen from the hills.', 'air-strike'],
    ['Air strikes could have harmed the talks.', 'air-strike'],
  ])('%j tells that it did', (text, sense) => {
    expect(realisOf(text, sense)).toBe('actual');
  });
});
