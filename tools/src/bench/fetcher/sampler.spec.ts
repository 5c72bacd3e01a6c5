import { describe, expect, it } from '@jest/globals';
import { memoryCourse, sampleMemory } from './sampler.js';

const MIB = 1024 * 1024;
const samples = (...pairs: readonly (readonly [number, number])[]) =>
  pairs.map(([done, mib]) => ({ done, rssBytes: mib * MIB }));

describe('the course of memory', () => {
  it('tells start, tenth, half, end and peak', () => {
    const course = memoryCourse(
      samples([0, 100], [0.05, 140], [0.12, 150], [0.4, 170], [0.61, 160], [0.9, 180], [1, 155]),
    );
    expect(course).toEqual({ start: 100, tenth: 150, half: 160, end: 155, most: 180 });
  });

  it('falls back on the last look where the work was too short', () => {
    expect(memoryCourse(samples([0, 100]))).toMatchObject({ tenth: 100, half: 100, end: 100 });
  });

  it('is sampled from running processes, at the beginning and at the end', async () => {
    let done = 0;
    const stop = sampleMemory([process.pid], async () => done);
    done = 1;
    const [own] = await stop();
    expect(own!.length).toBeGreaterThanOrEqual(2);
    expect(own!.at(-1)!.done).toBe(1);
    expect(own![0]!.rssBytes).toBeGreaterThan(10 * MIB);
  });
});
