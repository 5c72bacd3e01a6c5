import { describe, expect, it } from '@jest/globals';

import { Fuse, fuseStateOf } from './fuse.js';

const policy = { inARow: 20, share: 0.2 };
const fed = (fuse: Fuse, isDead: boolean, times: number) => {
  for (let i = 0; i < times; i += 1) fuse.count(isDead);
  return fuse;
};

describe('a partition’s fuse', () => {
  it('is whole through any number of good records', () => {
    expect(fed(new Fuse(policy), false, 5_000).blown).toBe(false);
  });

  it('blows at the twentieth dead letter in a row, not before', () => {
    const fuse = fed(new Fuse(policy), true, 19);
    expect(fuse.blown).toBe(false);
    expect(fuse.count(true)).toBe(true);
  });

  it('begins the row again after a good record', () => {
    const fuse = fed(new Fuse(policy), true, 19);
    fuse.count(false);
    expect(fed(fuse, true, 19).blown).toBe(false);
  });

  it('blows when more than the share of the last 1,000 died, though never in a row', () => {
    const fuse = new Fuse(policy);
    for (let i = 0; i < 200; i += 1) {
      fuse.count(true);
      fuse.count(false);
    }
    expect(fuse.blown).toBe(false);
    fuse.count(true);
    expect(fuse.blown).toBe(true);
  });

  it('forgets what is more than 1,000 records ago', () => {
    const fuse = new Fuse(policy);
    for (let round = 0; round < 3; round += 1) {
      for (let i = 0; i < 150; i += 1) {
        fuse.count(true);
        fuse.count(false);
      }
      fed(fuse, false, 1_000);
      expect(fuse.serialise()).toBe('');
    }
    expect(fuse.blown).toBe(false);
  });

  it('goes on from its text exactly where it was', () => {
    const fuse = fed(new Fuse(policy), true, 19);
    const restored = Fuse.restore(policy, fuse.serialise());
    expect(restored.blown).toBe(false);
    expect(restored.serialise()).toBe(fuse.serialise());
    expect(restored.count(true)).toBe(true);
    expect(Fuse.restore(policy, restored.serialise()).blown).toBe(true);
  });

  it('needs at most 200 bytes, far below Kafka’s limit for commit metadata', () => {
    expect(Buffer.byteLength(fed(new Fuse(policy), true, 1_000).serialise())).toBeLessThan(200);
  });

  it('takes other tools’ metadata for nothing', () => {
    for (const text of ['', 'note', 'fuse1;blown', '{"a":1}']) {
      expect(Fuse.restore(policy, text).blown).toBe(false);
    }
  });

  it('counts anew after its release', () => {
    const fuse = fed(new Fuse(policy), true, 20);
    fuse.release();
    expect(fuse.serialise()).toBe('');
    expect(fed(fuse, true, 19).blown).toBe(false);
  });
});

describe('what a commit says of a fuse', () => {
  it('is nothing while no record died, or where others wrote', () => {
    expect(fuseStateOf(fed(new Fuse(policy), false, 5).serialise())).toBeUndefined();
    expect(fuseStateOf('made by another tool')).toBeUndefined();
  });

  it('is how many died, in a row too, and whether that was too many', () => {
    const fuse = fed(fed(fed(new Fuse(policy), true, 3), false, 1), true, 2);
    expect(fuseStateOf(fuse.serialise())).toEqual({ blown: false, deadLetters: 5, inARow: 2 });
    const blown = fed(fuse, true, 20).serialise();
    expect(fuseStateOf(blown)).toEqual({ blown: true, deadLetters: 25, inARow: 22 });
  });
});
