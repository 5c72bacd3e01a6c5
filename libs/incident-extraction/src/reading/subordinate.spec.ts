import { describe, expect, it } from '@jest/globals';
import { reading } from '../testing/readings.js';

const isAside = (text: string, sense: string): boolean | undefined =>
  reading(text).frames.find(({ trigger }) => trigger.sense.id === sense)?.aside;

describe('what stands aside from what a sentence says', () => {
  it.each([
    ['The minister met the men who kidnapped the priest.', 'abduct'],
    ['The shop closed after gunmen kidnapped its owner.', 'abduct'],
    ['The plan that rebels attacked was dropped.', 'attack'],
    ['They met near the bombing.', 'bombing'],
  ])('a clause or a mere noun in %j', (text, sense) => {
    expect(isAside(text, sense)).toBe(true);
  });

  it.each([
    ['Gunmen kidnapped the priest.', 'abduct'],
    ['Police said that gunmen kidnapped the priest.', 'abduct'],
    ['The bombing killed two men.', 'bombing'],
    ['They condemned a bombing.', 'bombing'],
  ])('not what it says in %j', (text, sense) => {
    expect(isAside(text, sense)).toBe(false);
  });
});
