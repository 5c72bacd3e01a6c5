import { describe, expect, it } from '@jest/globals';
import { parseOpml } from '@tocsin/feeds';
import { splitOpml } from './split-opml.js';

const opml = (body: string) => `<opml version="2.0"><body>${body}</body></opml>`;
const feed = (name: string, inner = '') =>
  `<outline text="${name}" type="rss" xmlUrl="https://${name}.org/?a=1&amp;b=2">${inner}</outline>`;
const folder = (name: string, inner: string) => `<outline text="${name}">${inner}</outline>`;
const feedsOf = (text: string) => parseOpml(Buffer.from(text)).feeds;

describe('a subscription list in parts', () => {
  it('has every feed with its tags', () => {
    const list = opml(
      feed('a') + folder('World', feed('b') + folder('Europe &amp; more', feed('c') + feed('d'))),
    );
    const { parts } = splitOpml(list, 2);
    expect(parts.map(({ feeds }) => feeds)).toEqual([2, 2]);
    expect(parts.flatMap((part) => feedsOf(part.opml))).toEqual(feedsOf(list));
    expect(feedsOf(list)).toHaveLength(4);
  });

  it('tells of what is no feed, beside the parts', () => {
    const { parts, refused } = splitOpml(opml(feed('a') + '<outline xmlUrl="ftp://a/b"/>'), 10);
    expect(parts).toHaveLength(1);
    expect(refused).toMatchObject([{ url: 'ftp://a/b' }]);
  });

  it.each(['', 'no OPML', '<html></html>', opml('')])(
    'is as it is where nothing can be read: %j',
    (text) => {
      expect(splitOpml(text, 2)).toEqual({ parts: [{ opml: text, feeds: null }], refused: [] });
    },
  );
});
