import { describe, expect, it } from '@jest/globals';
import { cleanItem, plainText, webUrl } from './clean.js';
import { fromAtom, fromJson, fromRss, pageLink } from './drafts.js';

describe('a link to a page', () => {
  it('is absolute and of the web', () => {
    expect(webUrl(' /a ', 'https://x.org/b')).toBe('https://x.org/a');
    expect(webUrl('ftp://x.org/', undefined)).toBeNull();
    expect(webUrl('java\nscript:alert(1)', 'https://x.org/')).toBeNull();
    expect(webUrl(undefined, 'https://x.org/')).toBeNull();
  });

  it('is the alternate one, a web page first', () => {
    const links = [
      { href: 'p.pdf', rel: 'alternate', type: 'application/pdf' },
      { href: 'p.html', type: 'text/html' },
      { href: 'self', rel: 'self' },
    ];
    expect(pageLink(links)).toBe('p.html');
    expect(pageLink([{ href: 'self', rel: 'self' }])).toBeUndefined();
  });
});

describe('text of a feed', () => {
  it('loses its markup and spare white space', () => {
    expect(plainText(' a <b class="x">c</b>\n d ', 100)).toBe('a c d');
    expect(plainText('<br/>', 100)).toBeNull();
  });

  it('is cut at its cap', () => {
    expect(plainText('x'.repeat(50), 10)).toHaveLength(10);
  });

  it('keeps a less-than sign that starts no tag', () => {
    expect(plainText('1 < 2', 100)).toBe('1 < 2');
  });
});

describe('an entry', () => {
  it('never gets its address from a relative guid or id', () => {
    expect(cleanItem(fromRss({ guid: { value: 'abc-1' } }), 'https://x.org/', 100)).toBeNull();
    expect(cleanItem(fromAtom({ id: 'abc-1' }), 'https://x.org/', 100)).toBeNull();
  });

  it('takes the first date that can be read', () => {
    const draft = fromAtom({ id: 'https://x.org/1', published: 'soon', updated: '2022-01-01' });
    expect(cleanItem(draft, undefined, 100)?.publishedAt).toBe('2022-01-01T00:00:00.000Z');
  });

  it('names each author once, by e-mail when there is no name', () => {
    const draft = fromJson({
      url: 'https://x.org/1',
      authors: [{ name: 'A' }, { name: 'A' }, { email: 'b@c' }],
    });
    expect(cleanItem(draft, undefined, 100)?.authors).toEqual(['A', 'b@c']);
  });
});
