import { describe, expect, it } from '@jest/globals';
import { evidenceOf } from '../testing/evidence-of.js';
import { authorsOf, byline } from './authors.js';

const h1 = '<h1>Bread is dearer again</h1>';
const authors = (html: string, hint?: readonly string[]) =>
  authorsOf(evidenceOf(html), 'Example News', hint);
const jsonLd = (author: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', author })}</script>`;

describe('the authors', () => {
  it.each([
    ['<head><meta name="author" content="By Ann Lee and Bob Ray"></head>', ['Ann Lee', 'Bob Ray']],
    ['<head><meta name="author" content="Ann Lee, Political Editor"></head>', ['Ann Lee']],
    ['<head><meta name="author" content="https://example.org/ann"></head>', []],
    ['<a rel="author">Ann Lee</a>', ['Ann Lee']],
    [`${h1}<p class="byline">By Ann Lee, London | 2 May 2026</p>`, ['Ann Lee']],
    [`${h1}<p>By Ann Lee</p><p>x</p>`, ['Ann Lee']],
    [`${h1}<p>Von Anna Müller</p>`, ['Anna Müller']],
    [`${h1}<p><span>Ann Lee</span><span>May 2, 2026</span></p>`, ['Ann Lee']],
    [`<h1>ارتفاع سعر الخبز مرة أخرى</h1><p>بقلم أحمد علي</p>`, ['أحمد علي']],
    [`${h1}<p>By Monday the price had doubled.</p>`, []],
  ])('of %s', (html, names) => expect(authors(html)).toEqual(names));

  it('are persons before houses, wherever they are named', () => {
    const house = jsonLd({ '@type': 'Organization', name: 'Wire Service' });
    expect(authors(`${house}${h1}<p class="byline">By Ann Lee</p>`)).toEqual(['Ann Lee']);
    expect(authors(`${house}${h1}`)).toEqual(['Wire Service']);
    expect(authors(jsonLd(['Ann Lee', 'Associated Press']))).toEqual(['Ann Lee']);
    expect(authors(jsonLd(['Ann Lee', 'Kabul']))).toEqual(['Ann Lee']);
  });

  it('are not the site itself', () => {
    expect(authors('<head><meta name="author" content="Example News"></head>')).toEqual([]);
    expect(authors('<head><meta name="author" content="example"></head>')).toEqual([]);
  });

  it('are not those of other articles', () => {
    const other = '<div class="related"><p class="author">Bob Ray</p></div>';
    expect(
      authors(`<p class="author">Cy Poe</p>${h1}<p class="author">Ann Lee</p>${other}`),
    ).toEqual(['Ann Lee']);
    expect(authors(`${h1}${other}${'<p>x</p>'.repeat(20)}`)).toEqual([]);
  });

  it('are the feed’s where the page names none', () => {
    expect(authors('<p>x</p>', ['Ann Lee'])).toEqual(['Ann Lee']);
  });

  it('are each named once', () => {
    expect(authors(jsonLd(['Ann Lee', { name: 'ANN LEE' }]))).toEqual(['Ann Lee']);
  });
});

describe('a line of plain text', () => {
  it('is a byline where it holds nothing but names', () => {
    expect(byline('By Ann Lee and Bob Ray')).toEqual(['Ann Lee', 'Bob Ray']);
    expect(byline('Ann Lee')).toEqual([]);
    expect(byline('By Monday, the price had doubled and no one knew why')).toEqual([]);
  });
});
