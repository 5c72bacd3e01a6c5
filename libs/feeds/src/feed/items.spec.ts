import { describe, expect, it } from '@jest/globals';
import { itemOf, type ItemRules } from './items.js';
import { BASE, inEntry, inItem } from './testing/read-feed.js';

const rules: ItemRules = { base: BASE, maxTextChars: 1000, isAtom: false, authors: [] };
const item = (xml: string) => itemOf(inItem(xml), rules);
const entry = (xml: string, authors: ItemRules['authors'] = []) =>
  itemOf(inEntry(xml), { ...rules, isAtom: true, authors });

describe('the page of an entry', () => {
  it('is the alternate one, a web page first', () => {
    const links =
      '<link rel="self" href="s"/><link type="application/pdf" href="p.pdf"/><link href="p.html"/>';
    expect(entry(links)?.url).toBe('https://news.example/feeds/p.html');
    expect(entry('<link rel="self" href="s"/>')).toBeNull();
  });

  it('is never made of a relative guid or id', () => {
    expect(item('<guid>abc-1</guid>')).toBeNull();
    expect(entry('<id>abc-1</id>')).toBeNull();
  });

  it('is never a file that comes with it', () => {
    const file = '<enclosure url="https://a.org/e?id=1" type="audio/mpeg" length="9"/>';
    expect(item(`${file}<guid>https://a.org/e?id=1</guid>`)).toBeNull();
    expect(item(`${file}<link>https://a.org/e?id=1</link>`)).toBeNull();
    expect(item('<guid>https://a.org/e.mp3</guid>')).toBeNull();
    expect(item(`${file}<guid>https://a.org/e</guid>`)).toMatchObject({
      url: 'https://a.org/e',
      enclosures: [{ url: 'https://a.org/e?id=1', type: 'audio/mpeg', length: 9 }],
    });
  });
});

describe('what an entry tells', () => {
  const link = '<link>https://a.org/1</link>';

  it('has the first date that can be read, and when it was changed', () => {
    const dates = '<pubDate>soon</pubDate><dc:date>2022-01-01</dc:date>';
    expect(item(link + dates)).toMatchObject({
      publishedAt: '2022-01-01T00:00:00.000Z',
      updatedAt: '2022-01-01T00:00:00.000Z',
    });
    expect(item(link)).toMatchObject({ publishedAt: null, updatedAt: null });
  });

  it('names each author once, by e-mail when there is no name', () => {
    const authors = '<dc:creator>A</dc:creator><author>A</author><author>b@c.org</author>';
    expect(item(link + authors)?.authors).toEqual(['A', 'b@c.org']);
  });

  it("inherits its author in Atom: its source's, else the feed's", () => {
    const page = '<link href="https://a.org/1"/>';
    const source = '<source><author><name>S</name></author></source>';
    expect(entry(page + source, [{ name: 'F' }])?.authors).toEqual(['S']);
    expect(entry(page, [{ name: 'F' }])?.authors).toEqual(['F']);
    expect(item(link)?.authors).toEqual([]);
  });

  it('has plain tags, each once', () => {
    const tags = '<category>a  b</category><category>a b</category>';
    expect(item(link + tags)?.tags).toEqual(['a b']);
  });

  it('has a plain title, whatever markup it came with', () => {
    const titled = (title: string) => item(`${link}<title>${title}</title>`)?.title;
    expect(titled('a &lt;b&gt;b&lt;/b&gt; &amp;amp; c')).toBe('a b & c');
    expect(titled('a<br/>b')).toBe('a b');
    expect(entry('<link href="https://a.org/1"/><title>1 &lt;b> 2</title>')?.title).toBe('1 <b> 2');
  });

  it('has an inert summary with absolute addresses', () => {
    const html = '&lt;a href="x" onclick="y">z&lt;/a>&lt;script>s&lt;/script>';
    expect(item(`${link}<description>${html}</description>`)?.summary).toBe(
      '<a href="https://news.example/feeds/x">z</a>',
    );
    expect(entry('<link href="https://a.org/1"/><summary>a &lt; b</summary>')?.summary).toBe(
      'a &lt; b',
    );
  });
});
