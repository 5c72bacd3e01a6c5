import { describe, expect, it } from '@jest/globals';
import { inChannel, inEntry, inItem, readFeed, rss } from '../testing/read-feed.js';

describe('the parts of a feed', () => {
  it('are the feed and its entries, inside the channel or beside it', () => {
    const rdf =
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>c</title></channel><item rdf:about="http://a.org/"><title>i</title></item></rdf:RDF>';
    const { feed, entries } = readFeed(rdf);
    expect(feed.texts.get('title')?.value).toBe('c');
    expect(entries[0]?.texts.get('title')?.value).toBe('i');
    expect(entries[0]).toMatchObject({ about: 'http://a.org/', id: null });
  });

  it('keep what belongs to a picture, a search box or a source to themselves', () => {
    const channel = inChannel(
      '<image><link>/i</link></image><textInput><name>q</name></textInput><link>/l</link>',
    );
    expect(channel.link).toBe('https://news.example/l');
    expect(channel.image?.link).toBe('https://news.example/i');
    expect(channel.textInput?.values.get('name')).toBe('q');
    const entry = inEntry('<source><title>s</title><id>i</id></source><title>e</title>');
    expect(entry.texts.get('title')?.value).toBe('e');
    expect(entry.source?.texts.get('title')?.value).toBe('s');
  });

  it('name their source in RSS by text and address', () => {
    const { source } = inItem('<source url="http://s.org/">S</source>');
    expect(Object.fromEntries(source?.values ?? [])).toEqual({ href: 'http://s.org/', title: 'S' });
  });

  it("are not confused by an item's picture", () => {
    const { feed, entries } = readFeed(
      rss('<item><image><title>p</title></image><title>t</title></item>'),
    );
    expect(entries[0]?.texts.get('title')?.value).toBe('t');
    expect(feed.image).toBeNull();
    expect(inItem('<itunes:image href="http://i.org/"/>').image?.values.get('href')).toBe(
      'http://i.org/',
    );
  });
});

describe('plain facts', () => {
  it('are when not to ask, where updates are told, and the language', () => {
    const channel = inChannel(
      '<skipHours><hour>1</hour></skipHours><skipDays><day>Sunday</day></skipDays><cloud port="80"/><language>en</language>',
    );
    expect(channel.skips).toEqual({ hours: ['1'], days: ['Sunday'] });
    expect(channel.groups.get('cloud')?.get('port')).toBe('80');
    expect(channel.values.get('language')).toBe('en');
  });

  it('of unknown names are kept by their names', () => {
    const item = inItem('<o:x xmlns:o="http://o.org/">v</o:x><o:y xmlns:o="http://o.org/" a="1"/>');
    expect(item.values.get('o_x')).toBe('v');
    expect(item.groups.get('o_y')?.get('a')).toBe('1');
  });
});
