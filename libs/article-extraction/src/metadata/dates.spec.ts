import { describe, expect, it } from '@jest/globals';
import { evidenceOf } from '../testing/evidence-of.js';
import { datesOf } from './dates.js';

const h1 = '<h1>Bread is dearer again</h1>';
const published = (html: string, url?: string, fetchedAt?: number, hint?: string) =>
  datesOf(evidenceOf(html, url), fetchedAt, hint).publishedAt;
const meta = (name: string, content: string): string =>
  `<meta property="${name}" content="${content}">`;
const jsonLd = (fields: Record<string, string>): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', ...fields })}</script>`;

describe('the day of publication', () => {
  it.each([
    [
      `<head>${meta('article:published_time', '2026-01-02T08:00:00+02:00')}</head>`,
      '2026-01-02T08:00:00+02:00',
    ],
    ['<time datetime="2026-01-02T08:00:00Z">today</time>', '2026-01-02T08:00:00Z'],
    ['<p class="post-date">2 January 2026</p>', '2026-01-02'],
    [`${h1}<p>2 January 2026</p>`, '2026-01-02'],
    ['<html lang="ar"><h1>ارتفاع سعر الخبز مرة أخرى</h1><p>٢ يناير ٢٠٢٦</p>', '2026-01-02'],
    ['<html lang="zh"><h1>面包价格再次上涨</h1><p>2026年1月2日</p>', '2026-01-02'],
    ['<p>Nothing here.</p>', null],
  ])('of %s', (html, date) => expect(published(html)).toBe(date));

  it('may stand in the address or the feed alone', () => {
    expect(published('<p>x</p>', 'https://example.org/2026/01/02/bread')).toBe('2026-01-02');
    expect(published('<p>x</p>', undefined, undefined, '2026-01-02T10:00:00Z')).toBe(
      '2026-01-02T10:00:00Z',
    );
  });

  it('is that which most kinds of places agree on', () => {
    const html = `<head>${jsonLd({ datePublished: '2026-03-09' })}</head>${h1}<p>2 January 2026</p>`;
    expect(published(html)).toBe('2026-03-09');
    expect(published(html, 'https://example.org/2026/01/02/bread')).toBe('2026-01-02');
    expect(published(html, undefined, undefined, '2026-01-02')).toBe('2026-01-02');
  });

  it('is the one that a numeric date can be read as', () => {
    const html = `<head>${meta('date', '2026-02-01')}</head>${h1}<p>01/02/2026</p>`;
    expect(published(html)).toBe('2026-02-01');
  });

  it('is the next best one where the best lies after the fetch', () => {
    const html = `<head>${meta('article:published_time', '2027-01-01')}</head><time datetime="2026-01-02">x</time>`;
    expect(published(html, undefined, Date.UTC(2026, 0, 3))).toBe('2026-01-02');
  });

  it('is not that of another article, a comment or an event', () => {
    const other = '<div class="related"><time datetime="2026-03-09">x</time></div>';
    expect(published(`${h1}<p>2 January 2026</p>${other}${'<p>x</p>'.repeat(20)}`)).toBe(
      '2026-01-02',
    );
    const event = `<head>${meta('article:modified_time', '2026-01-04')}</head>${h1}<p>Event: 9 March 2026</p>`;
    expect(published(event)).toBe('2026-01-04');
  });
});

describe('a date in UTC', () => {
  const head = `<head>${meta('article:published_time', '2026-01-03T02:30:00Z')}</head>${h1}`;

  it('is given in the zone of the page’s readers', () => {
    expect(published(`${head}<p>January 2, 2026, 9:30 PM</p>`)).toBe('2026-01-02T21:30:00-05:00');
    expect(published(`${head}<p>January 3, 2026</p>`)).toBe('2026-01-03T02:30:00Z');
    expect(published(head, 'https://example.org/2026/01/02/bread')).toBe(
      '2026-01-02T23:30:00-03:00',
    );
  });
});

describe('the day of the last change', () => {
  const head = (modified: string): string =>
    `<head>${jsonLd({ datePublished: '2026-01-02', dateModified: modified })}</head>${h1}`;

  it('is apart from that of publication', () => {
    const html = `${head('2026-01-03')}<p>Updated 3 January 2026</p>`;
    expect(datesOf(evidenceOf(html), undefined)).toEqual({
      publishedAt: '2026-01-02',
      modifiedAt: '2026-01-03',
    });
  });

  it('is that of publication where the page is published anew, and shows no other', () => {
    expect(published(`${head('2026-03-09')}<p>Updated 9 March 2026</p>`)).toBe('2026-03-09');
    const both = '<p>Published 2 January 2026, updated 9 March 2026</p>';
    expect(published(`${head('2026-03-09')}${both}`)).toBe('2026-01-02');
    expect(published(head('2026-03-09'))).toBe('2026-01-02');
  });

  it('stands in where nothing else is known', () => {
    expect(published(`${h1}<footer>Last edited on 2 January 2026</footer>`)).toBe('2026-01-02');
  });
});
