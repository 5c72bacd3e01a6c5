import { describe, expect, it } from '@jest/globals';
import { afterSkipped } from './skipped.js';

const at = Date.parse('2024-05-17T22:30:00Z'); // A Friday.
const after = (hours: number[], days: number[] = []) =>
  new Date(afterSkipped(at, hours, days)).toISOString();

describe('a time that a feed skips', () => {
  it('gives way to the start of the next hour that it does not', () => {
    expect(after([22, 23, 0, 1])).toBe('2024-05-18T02:00:00.000Z');
    expect(after([], [5, 6])).toBe('2024-05-19T00:00:00.000Z');
    expect(after([0], [5, 6])).toBe('2024-05-19T01:00:00.000Z');
  });

  it('is any other as it is', () => {
    expect(after([21, 23])).toBe('2024-05-17T22:30:00.000Z');
    expect(after([])).toBe('2024-05-17T22:30:00.000Z');
  });

  it('is none when everything is skipped', () => {
    expect(after([], [0, 1, 2, 3, 4, 5, 6])).toBe('2024-05-17T22:30:00.000Z');
  });
});
