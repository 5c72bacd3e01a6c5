import { describe, expect, it } from '@jest/globals';

import type { Halt } from '@tocsin/messaging';

import { transportHealth } from './transport-health.js';

const member = (topic: string, lastPoll: number | null, lag: number) => ({
  assigned: [{ topic, partition: 0 }],
  lastPoll,
  lag: { [`${topic}/0`]: lag },
});

describe('what a readiness probe reads', () => {
  it('is ready when every group is joined and has heard from the broker', () => {
    expect(transportHealth(true, [member('a', 5, 1), member('b', 3, 2)], [{}])).toEqual({
      ready: true,
      assigned: ['a/0', 'b/0'],
      lag: { 'a/0': 1, 'b/0': 2 },
      fuse: {},
      lastPoll: 3,
    });
  });

  it('is not ready while the service is still joining', () => {
    expect(transportHealth(false, [member('a', 5, 0)], []).ready).toBe(false);
  });

  it('is not ready before the first answer of each group', () => {
    const health = transportHealth(true, [member('a', 5, 0), member('b', null, 0)], []);
    expect(health.ready).toBe(false);
    expect(health.lastPoll).toBeNull();
  });

  it('names every partition that stands still', () => {
    const halted: Readonly<Record<string, Halt>>[] = [{ 'a/0': 'fuse' }, { 'b/3': 'position' }];
    expect(transportHealth(true, [member('a', 5, 0)], halted).fuse).toEqual({
      'a/0': 'fuse',
      'b/3': 'position',
    });
  });
});
