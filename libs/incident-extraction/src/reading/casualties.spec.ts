import { describe, expect, it } from '@jest/globals';
import { reading } from '../testing/readings.js';

const tolls = (text: string): [string, number | null | undefined][] =>
  reading(text).tolls.map((toll) => [toll.effect, toll.quantity?.best]);

describe('tolls', () => {
  it.each<[string, [string, number | null | undefined][]]>([
    [
      '1 killed, 3 wounded in shooting',
      [
        ['killed', 1],
        ['injured', 3],
      ],
    ],
    [
      'One person was killed and three others injured.',
      [
        ['killed', 1],
        ['injured', 3],
      ],
    ],
    ['12 people, including three children, were killed.', [['killed', 12]]],
    ['A man and a woman were shot dead.', [['killed', 2]]],
    ['Two victims, a man and a woman, were shot dead.', [['killed', 2]]],
    ['The man was killed, police said.', [['killed', 1]]],
    ['A bomb killed at least five soldiers.', [['killed', 5]]],
    [
      'Four people were shot, one fatally.',
      [
        ['hurt', 4],
        ['killed', 1],
      ],
    ],
    ['There were three deaths.', [['killed', 3]]],
    ['The death toll has risen to 13.', [['killed', 13]]],
    ['Two bodies were found in the river.', [['killed', 2]]],
    ['Two dozen people were arrested.', [['arrested', 24]]],
    ['Officers were injured.', [['injured', undefined]]],
    ['A 25-year-old man was killed at 10 p.m.', [['killed', 1]]],
    ['The mayor was kidnapped.', [['abducted', 1]]],
    ['Three gunmen could have killed two men.', []],
  ])('of %j', (text, expected) => {
    expect(tolls(text)).toEqual(expected);
  });

  it('keep bounds', () => {
    const [toll] = reading('At least two officers were beheaded.').tolls;
    expect(toll?.quantity).toMatchObject({ low: 2, best: 2, high: null });
  });

  it('know what is stated from what is counted', () => {
    expect(reading('A man was killed.').tolls[0]?.stated).toBe(false);
    expect(reading('One man was killed.').tolls[0]?.stated).toBe(true);
  });
});
