import { describe, expect, it } from '@jest/globals';
import { HealthRegistry } from './health-registry.js';

describe('readiness', () => {
  it('is given when nothing is asked for', async () => {
    expect(await new HealthRegistry().readiness()).toEqual({ status: 'ready', checks: {} });
  });

  it('is given when every dependency answers', async () => {
    const registry = new HealthRegistry();
    registry.register('database', async () => 1);
    const { status, checks } = await registry.readiness();
    expect(status).toBe('ready');
    expect(checks['database']?.status).toBe('up');
  });

  it('is refused, naming the one that fails and why', async () => {
    const registry = new HealthRegistry();
    registry.register('database', async () => 1);
    registry.register('broker', () => Promise.reject(new Error('connection refused')));
    const { status, checks } = await registry.readiness();
    expect(status).toBe('not-ready');
    expect(checks['database']?.status).toBe('up');
    expect(checks['broker']).toMatchObject({ status: 'down', error: 'connection refused' });
  });

  it('does not wait for one that stalls', async () => {
    const registry = new HealthRegistry();
    registry.register('broker', () => new Promise(() => {}), 20);
    const { checks } = await registry.readiness();
    expect(checks['broker']?.error).toBe('no answer within 20 ms');
  });

  it('survives a check that throws at once, and one that throws no error', async () => {
    const registry = new HealthRegistry();
    registry.register('a', () => {
      throw new TypeError('bad');
    });
    registry.register('b', () => Promise.reject('away'));
    const { checks } = await registry.readiness();
    expect(checks['a']?.error).toBe('bad');
    expect(checks['b']?.error).toBe('away');
  });

  it('asks the newest check of a name', async () => {
    const registry = new HealthRegistry();
    registry.register('broker', () => Promise.reject(new Error('old')));
    registry.register('broker', async () => {});
    expect((await registry.readiness()).status).toBe('ready');
  });
});
