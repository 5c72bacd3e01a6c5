import { describe, expect, it } from '@jest/globals';
import { inChannel, inEntry, inItem } from '../testing/read-feed.js';
import { lineOf, personOf } from './people.js';

describe('a person in one line', () => {
  it.each([
    ['Ann', { name: 'Ann' }],
    ['a@b.org', { email: 'a@b.org' }],
    ['a@b.org (Ann B)', { name: 'Ann B', email: 'a@b.org' }],
    ['Ann B (a+c@b.org)', { name: 'Ann B', email: 'a+c@b.org' }],
    ['Ann <a@b.org>', { name: 'Ann', email: 'a@b.org' }],
    ['', {}],
  ])('%s', (line, person) => {
    expect(personOf(line)).toEqual(person);
  });

  it('is written back as name and address', () => {
    expect(lineOf({ name: 'A', email: 'a@b' })).toBe('A (a@b)');
    expect(lineOf({ email: 'a@b' })).toBe('a@b');
    expect(lineOf({})).toBeNull();
  });
});

describe('an author', () => {
  it('is told in elements or in a line, by several names', () => {
    const xml =
      '<author><name>N</name><email>n@x.org</email><uri>/n</uri></author><dc:creator>C</dc:creator>';
    const entry = inEntry(xml);
    expect(entry.authors).toEqual([
      { name: 'N', email: 'n@x.org', href: 'https://news.example/n' },
      { name: 'C' },
    ]);
    expect(entry.authorDetail).toMatchObject({ name: 'N' });
    expect(inChannel('<managingEditor>e@x.org (Ed)</managingEditor>').authorDetail).toEqual({
      name: 'Ed',
      email: 'e@x.org',
    });
  });

  it('is none when nothing is told', () => {
    const { author, authorDetail } = inItem('<author/>');
    expect([author, authorDetail]).toEqual([null, null]);
  });
});

describe('others', () => {
  it('are contributors and publishers', () => {
    const channel = inChannel(
      '<contributor><name>A</name></contributor><dc:contributor>B</dc:contributor><webMaster>w@x.org</webMaster>',
    );
    expect(channel.contributors).toEqual([{ name: 'A' }, { name: 'B' }]);
    expect(channel.publisherDetail).toEqual({ email: 'w@x.org' });
    expect(channel.authors).toEqual([]);
  });

  it("own a podcast without being any entry's author", () => {
    const owner = '<itunes:owner><itunes:name>O</itunes:name></itunes:owner>';
    expect(inChannel(owner)).toMatchObject({ publisherDetail: { name: 'O' }, authors: [] });
  });

  it('do not take the addresses of what is no person', () => {
    const { image, authors } = inChannel('<image><url>http://i.org/</url></image>');
    expect(image?.values.get('href')).toBe('http://i.org/');
    expect(authors).toEqual([]);
  });
});
