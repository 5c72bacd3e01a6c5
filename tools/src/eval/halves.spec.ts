import { describe, expect, it } from '@jest/globals';
import { partOf, partsOf, shuffledById } from './halves.js';

const cases = Array.from({ length: 1_000 }, (_, i) => ({ id: `case-${i}` }));
const count = (opened: boolean, part: string) =>
  cases.filter(({ id }) => partOf(id, opened) === part).length;

describe('the halves of a set', () => {
  it('are nearly of one size, and always the same', () => {
    // Three standard deviations of a fair coin.
    expect(Math.abs(count(false, 'read') - 500)).toBeLessThan(48);
    const parts = () => ['a', 'b', 'c'].map((id) => partOf(id, true));
    expect(parts()).toEqual(parts());
  });

  it('are in an order of their own', () => {
    const shuffled = shuffledById(cases);
    expect(new Set(shuffled)).toEqual(new Set(cases));
    expect(shuffled).not.toEqual(cases);
    expect(shuffledById(cases.toReversed())).toEqual(shuffled);
  });
});

describe('what is opened of a set', () => {
  it('is half of what was not read, and leaves what was read alone', () => {
    expect(partsOf(false)).not.toContain('opened');
    expect(count(false, 'opened')).toBe(0);
    expect(count(true, 'read')).toBe(count(false, 'read'));
    // Three standard deviations of a fair coin, thrown for each of some 500.
    expect(Math.abs(count(true, 'opened') - count(true, 'unread'))).toBeLessThan(68);
    for (const { id } of cases)
      if (partOf(id, true) === 'opened') expect(partOf(id, false)).toBe('unread');
  });
});
