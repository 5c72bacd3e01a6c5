import { describe, expect, it } from '@jest/globals';
import { reading } from '../testing/readings.js';

describe('whether it happened', () => {
  it.each([
    ['Gunmen killed three men.', 'actual'],
    ['Three men were not kidnapped.', 'negated'],
    ['Nobody has been arrested.', 'negated'],
    ['No one was kidnapped.', 'negated'],
    ['Gunmen tried to kidnap the mayor.', 'attempted'],
    ['Rebels threatened to bomb the bridge.', 'threatened'],
    ['The union will protest on Friday.', 'planned'],
    ['The army could attack.', 'hypothetical'],
    ['They met to demand that the army withdraw troops.', 'planned'],
    ['They were told that the army withdrew troops.', 'actual'],
    ['Rebels could attack and burn the town.', 'hypothetical'],
    ['Police could not find him and arrested his brother.', 'actual'],
    ['They should rest and not leave their homes.', 'negated'],
    ['A teacher thought that the clock resembled a bomb.', 'hypothetical'],
    ['The protest was to mark the day, and a bomb exploded.', 'actual'],
    ['Not only bombs were found, a bomb exploded.', 'actual'],
    ['If you or someone you know has been sexually assaulted, call us.', 'hypothetical'],
    ['If you know anyone who was kidnapped, call us.', 'hypothetical'],
    ['If you ask the police, she was kidnapped.', 'actual'],
  ])('%j is %s', (text, expected) => {
    expect(reading(text).frames.at(-1)?.realis).toBe(expected);
  });

  it('counts zero where no one was hurt', () => {
    const { tolls } = reading('No one was injured in the explosion.');
    expect(tolls).toMatchObject([{ effect: 'injured', quantity: { best: 0 } }]);
  });
});
