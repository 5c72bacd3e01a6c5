import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { repeatedly } from './repeatedly.js';

describe('work that is done again and again', () => {
  it('is, also after it failed, until it is stopped', async () => {
    const errors: unknown[] = [];
    let times = 0;
    const { promise, resolve } = Promise.withResolvers<void>();
    const repetition = repeatedly(
      1,
      async () => {
        times += 1;
        if (times === 1) throw new Error('once');
        if (times === 3) resolve();
      },
      (error) => errors.push(error),
    );
    await promise;
    await repetition.stop();
    expect(errors).toEqual([new Error('once')]);
    const before = times;
    await sleep(20);
    expect(times).toBe(before);
  });

  it('is waited for when it is stopped', async () => {
    let isDone = false;
    const begun = Promise.withResolvers<void>();
    const repetition = repeatedly(
      1,
      async () => {
        begun.resolve();
        await sleep(20);
        isDone = true;
      },
      () => undefined,
    );
    await begun.promise;
    await repetition.stop();
    expect(isDone).toBe(true);
  });
});
