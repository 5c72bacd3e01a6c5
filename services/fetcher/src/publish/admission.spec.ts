import { describe, expect, it } from '@jest/globals';
import { Admission, PushBusyError } from './admission.js';

describe('work that has its limits', () => {
  it('is let in while there is room, and turned away at once when there is none', async () => {
    const admission = new Admission(10);
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const first = admission.enter(7, () => held);
    await expect(admission.enter(4, async () => 'late')).rejects.toBeInstanceOf(PushBusyError);
    expect(await admission.enter(3, async () => 'beside')).toBe('beside');
    release();
    await first;
    expect(await admission.enter(10, async () => 'after')).toBe('after');
  });

  it('gives its place back also when it fails', async () => {
    const admission = new Admission(1);
    const failing = () => Promise.reject(new Error('broker'));
    await expect(admission.enter(1, failing)).rejects.toThrow('broker');
    await expect(admission.enter(1, failing)).rejects.toThrow('broker');
  });
});
