import { describe, expect, it } from '@jest/globals';
import { centroidOfLargest } from './centroid.js';

const square = (x: number, y: number, side: number) =>
  [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
    [x, y],
  ] as [number, number][];

describe('the middle of an outline', () => {
  it('is the middle of a square, as latitude and longitude', () => {
    expect(centroidOfLargest({ type: 'Polygon', coordinates: [square(10, 20, 4)] })).toEqual([
      22, 12,
    ]);
  });

  it('is taken from the largest piece alone', () => {
    const pieces = [[square(100, 50, 1)], [square(0, 0, 10)]];
    expect(centroidOfLargest({ type: 'MultiPolygon', coordinates: pieces })).toEqual([5, 5]);
  });

  it('of a ring without area is its first point', () => {
    const point = [
      [3, 4],
      [3, 4],
    ] as [number, number][];
    expect(centroidOfLargest({ type: 'Polygon', coordinates: [point] })).toEqual([4, 3]);
  });
});
