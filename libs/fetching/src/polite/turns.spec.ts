import { describe, expect, it } from '@jest/globals';
import { LEASE_MS } from './host-leases.port.js';
import { MemoryHostLeases } from './memory-host-leases.js';
import { Turns } from './turns.js';

describe("a host's turn", () => {
  it('comes when the one before has ended and the delay is over', async () => {
    const turns = new Turns(new MemoryHostLeases(), 1_000);
    const first = await turns.take('a.org');
    await turns.end(first, 50);
    const ended = performance.now();
    const second = await turns.take('a.org');
    expect(performance.now() - ended).toBeGreaterThanOrEqual(49);
    expect(second.token).not.toBe(first.token);
  });

  it('is not waited for longer than is worth it, and says how long is left', async () => {
    const turns = new Turns(new MemoryHostLeases(), 20);
    await turns.end(await turns.take('a.org'), 10_000);
    await expect(turns.take('a.org')).rejects.toMatchObject({
      code: 'ERR_FETCH_HOST_BUSY',
      retryAfterMs: expect.any(Number),
    });
  });

  it('is lost by a holder that slept through it', () => {
    const turns = new Turns(new MemoryHostLeases(), 20);
    const lease = { host: 'a.org', token: '1', grantedAt: performance.now() - LEASE_MS };
    expect(turns.isFresh(lease)).toBe(false);
    expect(turns.isFresh({ ...lease, grantedAt: performance.now() })).toBe(true);
  });
});
