import { describe, expect, it } from '@jest/globals';
import { durationMs, durationText } from './duration.js';

describe('a duration', () => {
  it.each([
    ['500ms', 500],
    ['90s', 90_000],
    ['10m', 600_000],
    ['6h', 21_600_000],
    ['7d', 604_800_000],
    ['10', null],
    ['-1s', null],
    ['1.5h', null],
    ['ten minutes', null],
  ])('is read: %s', (text, ms) => {
    expect(durationMs(text)).toBe(ms);
  });

  it.each([
    [604_800_000, '7 d'],
    [5_400_000, '1.5 h'],
    [600_000, '10 min'],
    [2_000, '2 s'],
    [7, '7 ms'],
  ])('is said: %i', (ms, text) => {
    expect(durationText(ms)).toBe(text);
  });
});
