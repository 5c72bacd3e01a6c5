import { describe, expect, it } from '@jest/globals';
import { inChannel, inEntry, inItem, readFeed } from '../testing/read-feed.js';
import { withHref } from './links.js';

describe('the link to the page', () => {
  it('is text in RSS, an attribute in Atom, relative in either', () => {
    expect(inItem('<link> /a?b=1&amp;c=2 </link>').link).toBe('https://news.example/a?b=1&c=2');
    expect(inEntry('<link href="a"/>').link).toBe('https://news.example/feeds/a');
  });

  it('is an alternate of a type that pages have', () => {
    const xml =
      '<link rel="self" href="/s"/><link href="/h"/><link rel="alternate" type="application/pdf" href="/p"/>';
    const entry = inEntry(xml);
    expect(entry.link).toBe('https://news.example/h');
    expect(entry.links).toHaveLength(3);
  });

  it("is not the feed's own address", () => {
    const channel = inChannel('<atom:link rel="self" href="/s"/><link>/l</link>');
    expect(channel.link).toBe('https://news.example/l');
  });

  it('is an attribute of items in CDF', () => {
    const { entries, feed } = readFeed('<CHANNEL HREF="/c"><ITEM HREF="/i"/></CHANNEL>');
    expect(feed.link).toBe('https://news.example/c');
    expect(entries[0]?.link).toBe('https://news.example/i');
  });
});

describe('an identifier', () => {
  it('is an address unless it denies it or there is a link', () => {
    expect(inItem('<guid>x</guid>')).toMatchObject({ idIsLink: true, id: { isPermalink: true } });
    expect(inItem('<guid isPermaLink="false">x</guid>')).toMatchObject({
      idIsLink: false,
      id: { value: 'x', isPermalink: false },
    });
    expect(inItem('<link>l</link><guid>x</guid>').idIsLink).toBe(false);
  });
});

describe('other links', () => {
  it('are files, licences, comments and the like', () => {
    const item = inItem(
      '<enclosure url="/e.mp3" length="1"/><cc:license rdf:resource="http://l.org/"/><comments>/c</comments>',
    );
    expect(item.links.map((link) => Object.fromEntries(link))).toEqual([
      { rel: 'enclosure', href: '/e.mp3', length: '1' },
      { rel: 'license', href: 'http://l.org/' },
    ]);
    expect(item.values.get('comments')).toBe('https://news.example/c');
  });

  it('are called href whatever the format calls them', () => {
    expect(
      withHref(
        new Map([
          ['url', 'x'],
          ['href', 'y'],
        ]),
      ),
    ).toEqual(new Map([['href', 'x']]));
    expect(withHref(new Map([['uri', '']]))).toEqual(new Map([['uri', '']]));
  });

  it('name the software', () => {
    const { groups } = inChannel('<generator uri="/g" version="2">G</generator>');
    expect(Object.fromEntries(groups.get('generator_detail') ?? [])).toEqual({
      href: 'https://news.example/g',
      version: '2',
      name: 'G',
    });
  });

  it('give no new location that runs something', () => {
    expect(inChannel('<newLocation>javascript:x</newLocation>').values.get('newlocation')).toBe('');
  });
});
