import { expect, it } from '@jest/globals';
import { onceEach } from './once-each.js';

it('what was made of an object is not made again, and not taken for another’s that is equal', () => {
  let made = 0;
  const lengthOf = onceEach((list: readonly number[]) => {
    made += 1;
    return list.length;
  });
  const [one, equal, two] = [[1], [1], [1, 2]];
  expect([one, equal, two, one, two].map(lengthOf)).toEqual([1, 1, 2, 1, 2]);
  expect(made).toBe(3);
});
