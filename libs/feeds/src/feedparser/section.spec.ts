import { describe, expect, it } from '@jest/globals';
import { inChannel, inEntry, inItem } from '../feed/testing/read-feed.js';
import { sectionDictionary } from './section.js';

const item = (xml: string) => sectionDictionary(inItem(xml));

describe("an entry in feedparser's shape", () => {
  it('goes by old names and new ones', () => {
    const told = item('<description>d</description><guid>/g</guid><category>c</category>');
    expect(told).toMatchObject({
      summary: 'd',
      description: 'd',
      id: 'https://news.example/g',
      guid: 'https://news.example/g',
      link: 'https://news.example/g',
      guidislink: true,
      category: 'c',
      tags: [{ term: 'c', scheme: null, label: null }],
    });
  });

  it('has dates as text and as nine numbers', () => {
    expect(item('<pubDate>Thu, 01 Jan 2004 19:48:21 GMT</pubDate>')).toMatchObject({
      published: 'Thu, 01 Jan 2004 19:48:21 GMT',
      published_parsed: [2004, 1, 1, 19, 48, 21, 3, 1, 0],
      updated_parsed: [2004, 1, 1, 19, 48, 21, 3, 1, 0],
    });
    expect(item('<pubDate>x</pubDate>')['published_parsed']).toBeNull();
  });

  it('details its texts, made safe', () => {
    const told = sectionDictionary(
      inEntry('<title type="html" xml:lang="en">&lt;b onclick="x">t&lt;/b></title>'),
    );
    expect(told['title_detail']).toEqual({
      type: 'text/html',
      language: 'en',
      base: 'https://news.example/feeds/all.xml',
      value: '<b>t</b>',
    });
  });

  it('lists its files and its licence', () => {
    const xml =
      '<enclosure url="http://a.org/e" length="1"/><cc:license rdf:resource="http://l.org/"/>';
    expect(item(xml)).toMatchObject({
      enclosures: [{ href: 'http://a.org/e', length: '1' }],
      license: 'http://l.org/',
    });
  });

  it('has people in one line and in detail', () => {
    expect(item('<author>A (a@b.org)</author>')).toMatchObject({
      author: 'A (a@b.org)',
      author_detail: { name: 'A', email: 'a@b.org' },
      authors: [{ name: 'A', email: 'a@b.org' }],
    });
  });

  it('has numbers and flags where feedparser has them', () => {
    const told = sectionDictionary(
      inChannel(
        '<image><url>u</url><width>8</width><height>x</height></image><itunes:block>Yes</itunes:block><itunes:explicit>clean</itunes:explicit>',
      ),
    );
    expect(told).toMatchObject({
      image: { width: 8, height: 0 },
      itunes_block: 1,
      itunes_explicit: false,
    });
    expect(item('<media:restriction>AU us</media:restriction>')['media_restriction']).toEqual({
      content: ['au', 'us'],
    });
  });

  it('holds nothing that the feed does not', () => {
    expect(item('')).toEqual({});
  });
});
