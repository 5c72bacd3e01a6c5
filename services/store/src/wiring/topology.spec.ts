import { expect, it } from '@jest/globals';
import { topics } from '@tocsin/contracts';
import { SERVICE, topology } from './topology.js';

it('reads exactly what the contracts say that it reads', () => {
  const read = Object.values(topics).filter(({ consumers }) =>
    (consumers as readonly string[]).includes(SERVICE),
  );
  const subscribed = topology({} as never, () => 0).map(({ topic }) => topic);
  expect(subscribed.sort()).toEqual(read.map(({ name }) => name as string).sort());
});
