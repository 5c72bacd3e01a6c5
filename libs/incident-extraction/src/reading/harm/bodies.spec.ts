import { describe, expect, it } from '@jest/globals';
import { reading } from '../../testing/readings.js';
import { bodies } from './bodies.js';

const found = (text: string) => {
  const { sentence, people } = reading(text);
  return bodies(sentence.tokens, people).map(({ quantity, people: own, from, to }) => [
    quantity?.best ?? null,
    own.length,
    sentence.tokens
      .slice(from, to)
      .map((token) => token.text)
      .join(' '),
  ]);
};

describe('bodies that are found', () => {
  it.each([
    ['Two bodies were found in a car.', [[2, 1, 'Two bodies']]],
    ['Police recovered the body of a man near the river.', [[1, 1, 'the body of a man']]],
    [
      'The bodies of a woman and her two sons were found on Monday.',
      [[3, 2, 'The bodies of a woman and her two sons']],
    ],
    ['Rescuers pulled four corpses out of the lake.', [[4, 1, 'four corpses']]],
  ])('count those whose they are: %s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    'The bodies were taken to the town of Springfield.',
    'Two men were found in a car.',
    'The legislative body met on Monday.',
  ])('are none in %j', (text) => {
    expect(found(text)).toEqual([]);
  });
});
