import { expect, it } from '@jest/globals';
import { Turns } from './turns.js';

it('lets as many in as it is told, sends others away, and goes on after failures', async () => {
  const turns = new Turns(1);
  const { promise, resolve } = Promise.withResolvers<string>();
  const first = turns.take(() => promise);
  await expect(turns.take(async () => 'second')).rejects.toMatchObject({
    status: 503,
    code: 'ERR_API_BUSY',
  });
  resolve('first');
  expect(await first).toBe('first');
  await expect(turns.take(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await turns.take(async () => 'third')).toBe('third');
});
