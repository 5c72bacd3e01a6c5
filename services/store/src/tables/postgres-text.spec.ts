import { describe, expect, it } from '@jest/globals';
import { dayOf } from './incident-table.js';
import { safeJson, safeText, safeTextOrNull } from './postgres-text.js';

describe('text for PostgreSQL', () => {
  it('keeps its length, so that offsets stay true', () => {
    const hostile = 'a\0b\uD800c\uDC00😀';
    expect(safeText(hostile)).toBe('a\uFFFDb\uFFFDc\uFFFD😀');
    expect(safeText(hostile)).toHaveLength(hostile.length);
  });

  it('is made safe deep inside a value, and an escaped backslash stays one', () => {
    expect(JSON.parse(safeJson({ a: [{ b: '\0' }], c: '\\u0000' }))).toEqual({
      a: [{ b: '\uFFFD' }],
      c: '\\u0000',
    });
  });

  it('may be absent', () => expect(safeTextOrNull(null)).toBeNull());
});

describe('a day', () => {
  it.each([
    ['2022-01-06', '2022-01-06'],
    ['2022-01-06T10:00', '2022-01-06'],
    ['2022-02-30', null],
    ['2022-13-01', null],
    ['2022', null],
    ['2022-01-061', null],
    [null, null],
  ])('of %j is %j', (text, expected) => expect(dayOf(text)).toBe(expected));
});
