import { describe, expect, it } from '@jest/globals';
import { discoveredIn, sourceAt } from './discovered.js';
import type { SourceItem } from './read-source.js';

const now = Date.parse('2026-03-20T00:00:00Z');
const item = (url: string, publishedAt: string | null = null): SourceItem => ({
  url,
  title: 'T',
  publishedAt,
  authors: [],
  summary: null,
});
const owner = { url: 'https://a.org/feed', settings: {}, known: false };

describe('the address of a source', () => {
  it('is known by its normal form and asked for as written', () => {
    const one = sourceAt('https://A.org:443/x?utm_source=rss&b=2');
    expect(one).toMatchObject({ url: 'https://a.org/x?utm_source=rss&b=2', host: 'a.org' });
    expect(one?.id).toBe(sourceAt('https://a.org/x?b=2#top')?.id);
  });

  it.each([
    '',
    'nonsense',
    'ftp://a.org/x',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https:///',
  ])('is none: %p', (url) => expect(sourceAt(url)).toBeNull());
});

describe('the pages of a source', () => {
  it('are each there once, with what the source says of them', () => {
    const items = [
      item('https://a.org/1'),
      item('https://a.org/1?utm_medium=x'),
      item('mailto:x@y'),
    ];
    const found = discoveredIn({ items, archive: false }, owner, now);
    expect(found).toMatchObject([
      { url: 'https://a.org/1', host: 'a.org', lane: 'live', item: { feedUrl: owner.url } },
    ]);
  });

  it('are history when a sitemap is read for the first time and doesn’t date them', () => {
    const document = { items: [item('https://a.org/1')], archive: true };
    expect(discoveredIn(document, owner, now)[0]?.lane).toBe('backfill');
    expect(discoveredIn(document, { ...owner, known: true }, now)[0]?.lane).toBe('live');
  });
});
