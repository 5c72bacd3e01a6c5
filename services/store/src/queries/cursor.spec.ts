import { describe, expect, it } from '@jest/globals';
import { decodeCursor, encodeCursor } from './cursor.js';

const isNumberOrDay = (value: string) => /^(-?\d+|\d{4}-\d{2}-\d{2}|-infinity)$/.test(value);
const encoded = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url');

describe('a cursor', () => {
  it.each(['1641492000000', '-1', '2022-01-06', '-infinity'])(
    'comes back as it went: %s',
    (value) => {
      const cursor = { sort: '-start', value, id: 'i1' };
      expect(decodeCursor(encodeCursor(cursor), '-start', isNumberOrDay)).toEqual(cursor);
    },
  );

  it('is refused with another sort', () =>
    expect(() =>
      decodeCursor(encodeCursor({ sort: 'start', value: '1', id: 'i' }), '-start', isNumberOrDay),
    ).toThrow(/belongs to another order/));

  it.each([
    '',
    '%%%',
    encoded(null),
    encoded([]),
    encoded(['-start', 1, 'i']),
    encoded(['-start', 'x', 'i']),
    encoded(['-start', '1', 'a\0']),
  ])('is refused when it is none: %j', (text) =>
    expect(() => decodeCursor(text, '-start', isNumberOrDay)).toThrow(/not one that this API gave/),
  );
});
