import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { oneLine } from './whitespace.js';

describe('one line', () => {
  it.each([
    [' a \n\t b\u00a0c ', 'a b c'],
    ['a\u001fb', 'a b'],
    ['ex\u00adam\u200bple\ufeff', 'example'],
    ['a\u3000b\u2009c', 'a b c'],
    ['as it is', 'as it is'],
    ['العربية ‏نص', 'العربية ‏نص'],
    ['a\ud800', 'a\ufffd'],
    ['😀', '😀'],
    ['', ''],
  ])('%j is %j', (text, line) => expect(oneLine(text)).toBe(line));

  it('is what expressions make of any text', () => {
    const spelled = (text: string): string =>
      text
        .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
        .replace(/[\s\u001f]+/g, ' ')
        .trim()
        .toWellFormed();
    const unit = fc.oneof(
      fc.constantFrom(...'ab  \n\t\u001f\u00a0\u00ad\u200b\u2009\u3000\ufeff'.split('')),
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 30 }), (units) => {
        expect(oneLine(units.join(''))).toBe(spelled(units.join('')));
      }),
      { numRuns: 1_000 },
    );
  });
});
