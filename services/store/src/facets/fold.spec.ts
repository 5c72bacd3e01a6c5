import { describe, expect, it } from '@jest/globals';
import { fold } from './fold.js';

describe('a folded name', () => {
  it.each([
    ['São  Paulo', 'sao paulo'],
    ['DIYARBAKIR', 'diyarbakir'],
    [' a\n\tb ', 'a b'],
    ['ﬁre', 'fire'],
  ])('%j is %j', (text, folded) => expect(fold(text)).toBe(folded));

  it('stays folded', () => expect(fold(fold('Ñandú Ǆ'))).toBe(fold('Ñandú Ǆ')));
});
