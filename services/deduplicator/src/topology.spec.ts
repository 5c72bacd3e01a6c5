import { expect, it } from '@jest/globals';
import { topics } from '@tocsin/contracts';
import { CONSUMED, SERVICE } from './topology.js';

it('reads exactly what the contracts say that it reads', () => {
  const read = Object.values(topics).filter(({ consumers }) =>
    (consumers as readonly string[]).includes(SERVICE),
  );
  expect(read.map(({ name }) => name).sort()).toEqual([...CONSUMED].sort());
});
