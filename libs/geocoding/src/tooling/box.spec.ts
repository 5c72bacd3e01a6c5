import { describe, expect, it } from '@jest/globals';
import { Box } from './box.js';

describe('a bounding box', () => {
  it('has its middle half way between its outermost points', () => {
    const box = new Box();
    box.add(10, 20);
    box.add(14, 30);
    box.add(11, 21);
    expect(box.middle()).toEqual({ latitude: 12, longitude: 25 });
  });

  it('of one point is that point', () => {
    const box = new Box();
    box.add(-5, 7);
    expect(box.middle()).toEqual({ latitude: -5, longitude: 7 });
  });

  it('leaves out what lies far from the rest', () => {
    const box = new Box();
    for (const step of [0, 1, 2, 3, 4, 5, 6, 7]) box.add(30 + step, 110 + step);
    box.add(33, 10);
    expect(box.middle()).toEqual({ latitude: 33.5, longitude: 113.5 });
  });
});
