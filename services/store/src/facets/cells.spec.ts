import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { boxAround, cellsCovering, cellsOf, EARTH_KM } from './cells.js';

const latitude = fc.double({ min: -90, max: 90, noNaN: true });
const longitude = fc.double({ min: -180, max: 180, noNaN: true });

/** Great-circle distance in km. */
function distance(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((lat2 - lat1) * rad) / 2) ** 2 +
    Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.sin(((lon2 - lon1) * rad) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** The longitude in -180..180 of any number of degrees: near a pole a step may go round more than once. */
const aroundTheEarth = (degrees: number): number => ((((degrees + 180) % 360) + 360) % 360) - 180;

describe('cells', () => {
  it('of a point are one of each size', () =>
    expect(cellsOf(43.25, 76.95)).toEqual(['g0:16:8', 'g1:64:33', 'g2:256:133', 'g3:1027:533']));

  it('cover a small box finely, a large one coarsely, the world not at all', () => {
    const small = { south: 43.1, west: 76.8, north: 43.3, east: 77.1 };
    expect(cellsCovering(small)?.every((cell) => cell.startsWith('g3:'))).toBe(true);
    expect(cellsCovering({ south: 0, west: 0, north: 60, east: 100 })?.[0]).toMatch(/^g0:/);
    expect(cellsCovering({ south: -90, west: -180, north: 90, east: 180 })).toBeNull();
  });

  it('cross the date line', () => {
    const cells = cellsCovering({ south: -0.2, west: 179.9, north: 0.2, east: -179.9 });
    expect(cells).toEqual(expect.arrayContaining([cellsOf(0, 179.95)[3], cellsOf(0, -179.95)[3]]));
  });

  it('of every point in a circle are among those that cover its box', () => {
    fc.assert(
      fc.property(
        latitude,
        longitude,
        fc.double({ min: 0.1, max: 500, noNaN: true }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        (lat, lon, km, up, right) => {
          const box = boxAround(lat, lon, km);
          const cells = cellsCovering(box);
          const near = [
            Math.max(-90, Math.min(90, lat + (up * km) / 111)),
            aroundTheEarth(
              lon + (right * km) / (111 * Math.max(0.01, Math.cos((lat * Math.PI) / 180))),
            ),
          ] as const;
          if (cells === null || distance(lat, lon, ...near) > km * 0.999) return;
          expect(cellsOf(...near).some((cell) => cells.includes(cell))).toBe(true);
        },
      ),
      {
        numRuns: 3_000,
        examples: [[89.283_067_133_575_43, -179.999_999_999_990_82, 499.999_999_999_999_3, 0, -1]],
      },
    );
  });
});
