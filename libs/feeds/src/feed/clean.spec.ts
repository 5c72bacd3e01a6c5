import { describe, expect, it } from '@jest/globals';
import { cleanHtml, first, htmlOfPlain, plainOfHtml, plainText, unique, webUrl } from './clean.js';

describe('a link to a page', () => {
  it('is absolute and of the web', () => {
    expect(webUrl(' /a ', 'https://x.org/b')).toBe('https://x.org/a');
    expect(webUrl('ftp://x.org/', undefined)).toBeNull();
    expect(webUrl('java\nscript:alert(1)', 'https://x.org/')).toBeNull();
    expect(webUrl(undefined, 'https://x.org/')).toBeNull();
    expect(webUrl('/a', '')).toBeNull();
  });
});

describe('text of a feed', () => {
  it('loses its markup and spare white space', () => {
    expect(plainOfHtml(' a <b class="x">c</b>\n d &amp; e ', 100)).toBe('a c d & e');
    expect(plainOfHtml('<br/>', 100)).toBeNull();
    expect(plainText(' a\n b ', 100)).toBe('a b');
  });

  it('is cut at its cap', () => {
    expect(plainText('x'.repeat(50), 10)).toHaveLength(10);
    expect(cleanHtml('<b>xxxx</b>', '', 5)).toBe('<b>xx</b>');
  });

  it('keeps a less-than sign that starts no tag', () => {
    expect(plainOfHtml('1 < 2', 100)).toBe('1 < 2');
  });

  it('becomes HTML that shows the same', () => {
    expect(htmlOfPlain(' <b> & c ', 100)).toBe('&lt;b&gt; &amp; c');
    expect(htmlOfPlain('  ', 100)).toBeNull();
  });
});

describe('several values', () => {
  it('give the first that is good, and each once', () => {
    expect(first(['', 'a', 'b'], (value) => value || null)).toBe('a');
    expect(first([], () => 1)).toBeNull();
    expect(unique(['a', null, 'b', 'a'])).toEqual(['a', 'b']);
  });
});
