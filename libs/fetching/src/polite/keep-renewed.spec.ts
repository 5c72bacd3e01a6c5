import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { keepRenewed } from './keep-renewed.js';

describe('a lease that is held for long', () => {
  it('is renewed while the work runs and no longer', async () => {
    let renewals = 0;
    const twice = Promise.withResolvers<string>();
    const renew = async () => {
      if (++renewals === 2) twice.resolve('done');
    };
    // The work ends with the second renewal, whenever a busy machine gets to it.
    expect(await keepRenewed(renew, () => twice.promise, 10)).toBe('done');
    const during = renewals;
    await sleep(40);
    expect(renewals).toBe(during);
  });

  it('does not fail the work when it cannot be renewed', async () => {
    const renew = () => Promise.reject(new Error('database away'));
    expect(await keepRenewed(renew, () => sleep(30, 'done'), 10)).toBe('done');
  });

  it('is let go when the work fails', async () => {
    let renewals = 0;
    const work = () => Promise.reject(new Error('broken'));
    await expect(keepRenewed(async () => void (renewals += 1), work, 5)).rejects.toThrow('broken');
    await sleep(20);
    expect(renewals).toBe(0);
  });
});
