import { expect, it } from '@jest/globals';
import { isThere } from './replay.js';

const wanted = new Map([
  ['incident-extracted/0', 7n],
  ['incident-curated/0', 2n],
]);

it('a replay is through when every partition that holds something was read to its end', () => {
  expect(isThere(new Map(), wanted)).toBe(false);
  expect(isThere(new Map([['incident-extracted/0', 9n]]), wanted)).toBe(false);
  expect(isThere(new Map([...wanted, ['incident-extracted/1', 0n]]), wanted)).toBe(true);
});
