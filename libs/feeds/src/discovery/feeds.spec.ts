import { describe, expect, it } from '@jest/globals';
import { discoverFeeds } from './feeds.js';

const url = 'https://example.org/';
const found = (html: string, at = url) =>
  discoverFeeds(html, at)
    .filter(({ by }) => by !== 'well-known')
    .map((each) => [each.by, each.kind, each.url, each.title]);

describe('the feeds that a page declares', () => {
  it('come first, with their kinds and titles', () => {
    const html = `<a href="/x.rss">feed</a><head>
      <link rel="alternate" type="application/rss+xml; charset=utf-8" title="All &amp; sundry" href="/feed/">
      <LINK REL='Alternate' TYPE='application/atom+xml' HREF='atom.xml'>
      <link rel=alternate type=application/feed+json href=/feed.json>
      <link rel="sitemap" type="application/xml" href="/map.xml">`;
    expect(found(html)).toEqual([
      ['link', 'rss', 'https://example.org/feed/', 'All & sundry'],
      ['link', 'atom', 'https://example.org/atom.xml', null],
      ['link', 'json', 'https://example.org/feed.json', null],
      ['link', 'sitemap', 'https://example.org/map.xml', null],
      ['anchor', 'rss', 'https://example.org/x.rss', 'feed'],
    ]);
  });

  it('are taken against the base that the page gives', () => {
    const html =
      '<base href="//cdn.example.net/n/"><base href="/no/"><link rel=alternate type=text/xml href=rss>';
    expect(found(html)).toEqual([['link', 'rss', 'https://cdn.example.net/n/rss', null]]);
    expect(found('<base href="javascript:x"><link rel=feed href=atom>')).toEqual([
      ['link', 'atom', 'https://example.org/atom', null],
    ]);
  });

  it('are told from other alternates', () => {
    const html = `<link rel="alternate" hreflang="de" href="/de/">
      <link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/2">
      <link rel="alternate" type="application/json+oembed" href="/oembed?x">
      <link rel="stylesheet" type="text/xml" href="/feed/">
      <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">
      <!-- <link rel="alternate" type="application/rss+xml" href="/old"> -->
      <script>'<link rel="alternate" type="application/rss+xml" href="/js">'</script>`;
    expect(found(html)).toEqual([]);
  });

  it('put comments last, after every guess', () => {
    const html = `<link rel=alternate type=application/rss+xml href=/comments/feed/ title="Comments">
      <link rel=alternate type=application/rss+xml href=/feed/>`;
    const all = discoverFeeds(html, url);
    expect(all[0]?.url).toBe('https://example.org/feed/');
    expect(all.at(-1)?.url).toBe('https://example.org/comments/feed/');
  });
});

describe('the feeds that a page links to', () => {
  it.each([
    ['/feed', 'unknown'],
    ['/news/rss.xml', 'rss'],
    ['/blog/atom/', 'atom'],
    ['/news.rdf', 'rss'],
    ['/feed.json', 'json'],
    ['/?feed=rss2', 'rss'],
    ['feed://feeds.example.net/x', 'unknown'],
    ['/rss2.php', 'rss'],
    ['https://feeds.example.net/x/rss', 'rss'],
    ['https://cdn.example.net/x/feed.xml', 'unknown'],
  ])('are known by their address: %s', (href, kind) => {
    expect(found(`<a href="${href}">x</a>`).map((each) => each.slice(0, 2))).toEqual([
      ['anchor', kind],
    ]);
  });

  it('or by what the link says', () => {
    expect(found('<a href="/syndication?id=4"><span>RSS</span> feed</a>')).toHaveLength(1);
  });

  it('are told from other links', () => {
    const html = [
      '/feedback',
      '/news/feed-the-world',
      '/rss-explained.html',
      '/atomic',
      'mailto:rss@a.org',
      'https://social.example.net/dialog/feed?link=x',
      '/?q=feed',
    ]
      .map((href) => `<a href="${href}">RSS explained</a>`)
      .join('');
    expect(found(html)).toEqual([]);
  });
});

describe('guesses', () => {
  it('are marked as such, follow what was found and do not repeat it', () => {
    const all = discoverFeeds(
      '<link rel=alternate type=application/rss+xml href=/rss.xml>',
      `${url}sport/`,
    );
    expect(all.map(({ by }) => by)).toEqual(['link', ...all.slice(1).map(() => 'well-known')]);
    expect(all[1]?.url).toBe('https://example.org/sport/feed/');
    expect(new Set(all.map((each) => each.url)).size).toBe(all.length);
    expect(all.filter(({ kind }) => kind === 'sitemap')).toHaveLength(4);
  });
});
