import { describe, expect, it } from '@jest/globals';
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
});
