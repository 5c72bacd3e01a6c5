import { describe, expect, it } from '@jest/globals';
import type { Evidence } from '../evidence/evidence.js';
import { gatherEvidence } from '../evidence/evidence.js';
import { parsePage } from '../parse/parse-page.js';
import { authorsOf } from './authors.js';
import { canonicalUrl } from './canonical.js';
import { datesOf } from './dates.js';
import { languageOf } from './language.js';
import { titleOf } from './title.js';

function evidence(html: string, url = 'https://news.example.org/a'): Evidence {
  const page = parsePage(html);
  if (page.kind === 'rejected') throw new Error(page.code);
  return gatherEvidence(page, url);
}

describe('the title', () => {
  it.each([
    ['<title>Bread dearer again | Example News</title>', 'Bread dearer again'],
    [
      '<title>Bread dearer again - Example News</title><h1>Bread dearer again</h1>',
      'Bread dearer again',
    ],
    [
      '<meta property="og:title" content="Bread dearer again"><h1>Example</h1>',
      'Bread dearer again',
    ],
    ['<title>Iran - Iraq border closed</title>', 'Iran - Iraq border closed'],
  ])('of %s has no suffix', (html, title) => {
    expect(titleOf(evidence(html), 'Example News')).toBe(title);
  });
});

describe('the authors', () => {
  it.each([
    ['<meta name="author" content="By Ann Lee and Bob Ray">', ['Ann Lee', 'Bob Ray']],
    ['<meta name="author" content="Ann Lee, Political Editor">', ['Ann Lee']],
    ['<meta name="author" content="Example News"><p class="byline">By Ann Lee</p>', ['Ann Lee']],
    ['<meta name="author" content="https://example.org/ann">', []],
    ['<a rel="author">Ann Lee</a>', ['Ann Lee']],
  ])('of %s are names', (html, names) => {
    expect(authorsOf(evidence(html), 'Example News')).toEqual(names);
  });

  it('are the feed’s where the page names none', () => {
    expect(authorsOf(evidence('<p>x</p>'), null, ['Ann Lee'])).toEqual(['Ann Lee']);
  });
});

describe('the day of publication', () => {
  it.each([
    [
      '<meta property="article:published_time" content="2026-01-02T08:00:00+02:00">',
      '2026-01-02T08:00:00+02:00',
    ],
    ['<time datetime="2026-01-02T08:00:00Z">today</time>', '2026-01-02T08:00:00Z'],
    ['<p class="post-date">2 January 2026</p>', '2026-01-02'],
    ['<h1>Bread dearer again</h1><p>2 January 2026</p>', '2026-01-02'],
    ['<p>Nothing here.</p>', null],
  ])('of %s', (html, date) => {
    expect(datesOf(evidence(html), undefined).publishedAt).toBe(date);
  });

  it('may stand in the address', () => {
    const page = evidence('<p>x</p>', 'https://news.example.org/2026/01/02/bread');
    expect(datesOf(page, undefined).publishedAt).toBe('2026-01-02');
  });

  it('is the next best one where the best lies after the fetch', () => {
    const page = evidence(
      '<meta name="date" content="2027-01-01"><time datetime="2026-01-02">x</time>',
    );
    expect(datesOf(page, Date.UTC(2026, 0, 3)).publishedAt).toBe('2026-01-02');
  });
});

describe('the canonical address', () => {
  const link = (href: string): string => `<head><link rel="canonical" href="${href}"></head>`;

  it('is believed on the same site only, and never the front page', () => {
    expect(canonicalUrl(evidence(link('/b')))).toBe('https://news.example.org/b');
    expect(canonicalUrl(evidence(link('https://example.org/b')))).toBe('https://example.org/b');
    expect(canonicalUrl(evidence(link('https://other.example/b')))).toBeNull();
    expect(canonicalUrl(evidence(link('https://news.example.org/')))).toBeNull();
    expect(canonicalUrl(evidence(link('javascript:alert(1)')))).toBeNull();
  });
});

describe('the language', () => {
  it.each([
    ['en', 'The price of bread rose again on Monday, the ministry said in a statement.'],
    ['de', 'Der Preis für Brot ist am Montag erneut gestiegen, wie das Ministerium mitteilte.'],
    ['ru', 'Цена на хлеб снова выросла в понедельник, сообщило министерство в заявлении.'],
  ])('is %s', (code, text) => {
    expect(languageOf(text)).toBe(code);
  });

  it('is unknown where the text is too short to tell', () => {
    expect(languageOf('Bread.')).toBeNull();
  });
});
