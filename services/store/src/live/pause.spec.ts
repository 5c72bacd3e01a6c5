import { expect, it } from '@jest/globals';
import { pause } from './pause.js';

it('a pause ends by time, or when all is over, also before it began', async () => {
  const over = new AbortController();
  await pause(1, over.signal);
  const long = pause(60_000, over.signal);
  over.abort();
  await long;
  await pause(60_000, over.signal);
  expect(over.signal.aborted).toBe(true);
}, 5_000);
