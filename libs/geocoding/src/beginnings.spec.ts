import { describe, expect, it } from '@jest/globals';
import { Beginnings } from './beginnings.js';
import { hashName } from './fold.js';

describe('what names begin with', () => {
  const names = Array.from({ length: 1_000 }, (_, i) => `town ${i}`);
  const beginnings = new Beginnings(names.length);
  for (const name of names) beginnings.add(hashName(name));

  it('is never denied', () => {
    expect(names.every((name) => beginnings.mayHold(name))).toBe(true);
  });

  it('is taken for what it is not one time in eight at most', () => {
    const others = names.map((name) => `no ${name}`);
    expect(others.filter((name) => beginnings.mayHold(name)).length).toBeLessThan(1_000 / 8 + 50);
  });

  it('is nothing where there are no names', () => {
    expect(new Beginnings(0).mayHold('york')).toBe(false);
  });
});
