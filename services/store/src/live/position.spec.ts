import { describe, expect, it } from '@jest/globals';
import { parsePosition, positionText } from './position.js';

describe('a place in the stream', () => {
  it('comes back as it went', () =>
    expect(parsePosition(positionText({ transaction: '7', id: '12' }))).toEqual({
      transaction: '7',
      id: '12',
    }));

  it.each(['', '7', '7-', '7-1-2', "7-1'", '-1-2', `${'9'.repeat(20)}-1`])(
    'is refused as %j',
    (text) => expect(() => parsePosition(text)).toThrow(expect.objectContaining({ status: 400 })),
  );
});
