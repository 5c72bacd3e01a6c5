import { describe, expect, it } from '@jest/globals';
import { Errand } from './errand.js';
import { LEASE_MS } from './host-leases.port.js';
import { MemoryHostLeases } from './memory-host-leases.js';
import { Turns } from './turns.js';

const turnsOf = (leases = new MemoryHostLeases()) => new Turns(leases, 50);

describe('a lease brought along', () => {
  it('serves the first request of its host, unasked', async () => {
    const turns = turnsOf();
    const held = await turns.take('a.org');
    const errand = new Errand(turns, { held, permit: () => Promise.resolve(false) });
    expect(await errand.lease('a.org')).toBe(held);
  });

  it('is given back when the request is for another host, or it is stale', async () => {
    const turns = turnsOf();
    const held = await turns.take('a.org');
    await new Errand(turns, { held }).lease('b.org');
    const again = await turns.take('a.org');
    const stale = { ...again, grantedAt: again.grantedAt - LEASE_MS };
    const lease = await new Errand(turns, { held: stale }).lease('a.org');
    expect(lease.token).not.toBe(again.token);
  });

  it('is given back when nothing was asked, and then once', async () => {
    const turns = turnsOf();
    const errand = new Errand(turns, { held: await turns.take('a.org') });
    await errand.giveBack();
    await turns.take('a.org');
    await errand.giveBack();
    await expect(turns.take('a.org')).rejects.toMatchObject({ code: 'ERR_FETCH_HOST_BUSY' });
  });
});

describe('a request that is not permitted any more', () => {
  it('is not made, and its host is free for others at once', async () => {
    const turns = turnsOf();
    const errand = new Errand(turns, { permit: () => Promise.resolve(false) });
    await expect(errand.lease('a.org')).rejects.toMatchObject({
      code: 'ERR_FETCH_STOPPED',
      status: 'refused',
      again: false,
    });
    await turns.take('a.org');
  });

  it('leaves its host free also when nobody can say', async () => {
    const turns = turnsOf();
    const permit = () => Promise.reject(new Error('database away'));
    await expect(new Errand(turns, { permit }).lease('a.org')).rejects.toThrow('database away');
    await turns.take('a.org');
  });
});

describe('the rest of a host', () => {
  it("is the caller's where it names one", () => {
    expect(new Errand(turnsOf(), { hostDelayMs: 0 }).delayMs(1_000)).toBe(0);
    expect(new Errand(turnsOf(), {}).delayMs(1_000)).toBe(1_000);
  });
});
