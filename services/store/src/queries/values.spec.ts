import { describe, expect, it } from '@jest/globals';
import { day, decimal, instant, integer, listOf, matching, oneOf, text } from './values.js';

describe('a parameter', () => {
  it('is read as what it is', () => {
    expect(text('a', 'x')).toBe('x');
    expect(oneOf('a', 'x', ['x'])).toBe('x');
    expect(listOf('a', '1,2', Number)).toEqual([1, 2]);
    expect(matching('a', 'ABC', /^[A-Z]+$/, 'letters')).toBe('ABC');
    expect(day('a', '2022-01-06')).toBe('2022-01-06');
    expect(integer('a', '7', 0, 7)).toBe(7);
    expect(decimal('a', '-7.25', -8, 7)).toBe(-7.25);
    expect(instant('a', '1970-01-01T00:00:01Z')).toBe(1_000);
  });

  it.each([
    [() => text('a', ['x', 'y'])],
    [() => text('a', '')],
    [() => oneOf('a', 'y', ['x'])],
    [() => listOf('a', ','.repeat(20), String)],
    [() => matching('a', 'abc', /^[A-Z]+$/, 'letters')],
    [() => day('a', '2022-01-06T00:00')],
    [() => integer('a', '1e3', 0, 9_999)],
    [() => decimal('a', 'Infinity', 0, 9)],
    [() => decimal('a', '10', 0, 9)],
    [() => instant('a', '5')],
  ])('is refused by its name otherwise: %s', (parse) =>
    expect(parse).toThrow(
      expect.objectContaining({ status: 400, message: expect.stringMatching(/^a /) }),
    ),
  );
});
