import { describe, expect, it } from '@jest/globals';
import { plainText } from './plain-text.js';

describe('plain text', () => {
  it.each([
    ['Tom &amp; Ann&#8217;s', 'Tom & Ann’s'],
    ['<b>Bread</b> is <i class="x">dearer</i>', 'Bread is dearer'],
    ['&lt;b&gt;Bread&lt;/b&gt;', 'Bread'],
    ['1 < 2 & 3', '1 < 2 & 3'],
    [' a\n b ', 'a b'],
  ])('of %j is %j', (value, text) => expect(plainText(value)).toBe(text));

  it('takes time in proportion to a hostile value', () => {
    expect(plainText('<a'.repeat(200_000)).length).toBeGreaterThan(0);
  });
});
