import { describe, expect, it } from '@jest/globals';
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

  it.each(['\uD800', '\uDFFF', 'a\uDBFF', '\uDC00b'])(
    'lone halves of characters become marks: %j',
    (half) => expect(safeJson([half])).toBe(JSON.stringify([safeText(half)])),
  );

  it('is left as it is where nothing is unsafe', () =>
    expect(safeJson({ a: '😀 \n "x" \\' })).toBe(JSON.stringify({ a: '😀 \n "x" \\' })));

  it('may be absent', () => expect(safeTextOrNull(null)).toBeNull());
});
