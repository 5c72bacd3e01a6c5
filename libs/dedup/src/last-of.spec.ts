import { expect, it } from '@jest/globals';
import { lastOf } from './last-of.js';

it('what was made last is not made again, and nothing else is taken for it', () => {
  let made = 0;
  const lengthOf = lastOf((list: readonly number[]) => {
    made += 1;
    return list.length;
  });
  const [one, two] = [[1], [1, 2]];
  expect([lengthOf(one), lengthOf(one), lengthOf(two), lengthOf(one)]).toEqual([1, 1, 2, 1]);
  expect(made).toBe(3);
});
