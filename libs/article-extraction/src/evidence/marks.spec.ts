import { describe, expect, it } from '@jest/globals';
import { evidenceOf } from '../testing/evidence-of.js';

const dates = (html: string) =>
  evidenceOf(html)
    .all()
    .dates.map(({ by, kind, value, text }) => ({ by, kind, value, text }));
const authors = (html: string) =>
  evidenceOf(html)
    .all()
    .authors.map(({ by, text }) => ({ by, text }));

describe('an element marked as a date', () => {
  it.each([
    ['<b itemprop="datePublished">2 May 2026</b>', 'property', 'published'],
    ['<b itemprop="dateModified">2 May 2026</b>', 'property', 'modified'],
    ['<span property="dc:date">2 May 2026</span>', 'property', 'published'],
    ['<time pubdate>2 May 2026</time>', 'property', 'published'],
    ['<time>2 May 2026</time>', 'time', 'unknown'],
    ['<time class="updated">2 May 2026</time>', 'time', 'modified'],
    ['<time class="entry-date published updated">2 May 2026</time>', 'time', 'published'],
    ['<p class="postDate">2 May 2026</p>', 'name', 'published'],
    ['<p id="artikel_datum">2 May 2026</p>', 'name', 'unknown'],
  ])('%s', (html, by, kind) => {
    expect(dates(html)).toEqual([{ by, kind, value: '', text: '2 May 2026' }]);
  });

  it('has a value for machines beside its text', () => {
    const html = '<time datetime="2026-05-02T10:00Z">2 May</time>';
    expect(dates(html)).toMatchObject([{ value: '2026-05-02T10:00Z', text: '2 May' }]);
    expect(dates('<abbr class="published" title="2026-05-02">May</abbr>')).toMatchObject([
      { value: '2026-05-02' },
    ]);
  });

  it('is no label, no container and no candidate', () => {
    expect(dates('<p class="date">Date</p>')).toEqual([]);
    expect(dates(`<div class="date">${'<b>1</b>'.repeat(40)}</div>`)).toEqual([]);
    expect(dates('<p class="candidates">12 May 2026</p>')).toEqual([]);
  });
});

describe('an element marked as an author', () => {
  it.each([
    ['<a rel="author">Ann Lee</a>', 'property'],
    ['<b itemprop="author">Ann Lee</b>', 'property'],
    ['<span class="post-author">Ann Lee</span>', 'author'],
    ['<span class="Autor">Ann Lee</span>', 'author'],
    ['<span class="byline">Ann Lee</span>', 'byline'],
  ])('%s', (html, by) => expect(authors(html)).toEqual([{ by, text: 'Ann Lee' }]));

  it('keeps its parts apart', () => {
    const html = '<p class="byline"><a>Ann Lee</a><span>Kabul</span></p>';
    expect(authors(html)).toEqual([{ by: 'byline', text: 'Ann Lee\u001fKabul\u001f' }]);
  });
});

describe('a page with ten thousand marks', () => {
  it('is read up to a bound', () => {
    const html = '<time datetime="2026-05-02" class="author">2 May 2026</time>'.repeat(10_000);
    expect(dates(html).length).toBeLessThanOrEqual(600);
    expect(authors('<b class="author">Ann Lee</b>'.repeat(10_000)).length).toBeLessThanOrEqual(300);
  });
});
