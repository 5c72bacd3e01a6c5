import { describe, expect, it } from '@jest/globals';
import type { HostLease } from './host-leases.port.js';
import { MemoryHostLeases } from './memory-host-leases.js';

const granted = async (leases: MemoryHostLeases, host: string): Promise<HostLease> => {
  const answer = await leases.tryAcquire(host);
  if (!('lease' in answer)) throw new Error(`wait ${answer.waitMs}`);
  return answer.lease;
};

describe('a host', () => {
  it('is leased to one at a time', async () => {
    const leases = new MemoryHostLeases();
    await granted(leases, 'a.org');
    expect(await leases.tryAcquire('a.org')).toHaveProperty('waitMs');
    await granted(leases, 'b.org');
  });

  it('rests for the delay after each lease', async () => {
    const leases = new MemoryHostLeases();
    await leases.release(await granted(leases, 'a.org'), 5_000);
    const answer = await leases.tryAcquire('a.org');
    expect((answer as { waitMs: number }).waitMs).toBeGreaterThan(4_000);
  });

  it('is not freed by one whose lease has passed to another', async () => {
    const leases = new MemoryHostLeases();
    const stale = await granted(leases, 'a.org');
    await leases.release(stale, 0);
    await granted(leases, 'a.org');
    await leases.release(stale, 0);
    expect(await leases.tryAcquire('a.org')).toHaveProperty('waitMs');
  });
});
