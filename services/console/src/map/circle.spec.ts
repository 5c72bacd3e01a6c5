import { describe, expect, it } from '@jest/globals';
import { circle } from './circle.js';

const KM_PER_DEGREE = 111.195;
const ringOf = (...args: Parameters<typeof circle>) =>
  circle(...args).coordinates[0] as [number, number][];

describe('a circle on the ground', () => {
  it('is closed and as far from its middle as it should be', () => {
    const ring = ringOf(0, 20, 100);
    expect(ring[0]).toEqual(ring.at(-1));
    const north = Math.max(...ring.map(([, latitude]) => latitude));
    const east = Math.max(...ring.map(([longitude]) => longitude)) - 20;
    expect(north * KM_PER_DEGREE).toBeCloseTo(100, 0);
    expect(east * KM_PER_DEGREE).toBeCloseTo(100, 0);
  });

  it('spans more degrees of longitude far from the equator', () => {
    const width = (latitude: number) => {
      const longitudes = ringOf(latitude, 0, 100).map(([longitude]) => longitude);
      return Math.max(...longitudes) - Math.min(...longitudes);
    };
    expect(width(60) / width(0)).toBeCloseTo(2, 1);
  });

  it('goes on beyond the date line rather than round the world', () => {
    const longitudes = ringOf(0, 179.9, 100).map(([longitude]) => longitude);
    expect(Math.max(...longitudes)).toBeGreaterThan(180);
    expect(Math.min(...longitudes)).toBeGreaterThan(178);
  });
});
