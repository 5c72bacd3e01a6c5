import { describe, expect, it } from '@jest/globals';
import { readJsonFeed } from './json.js';
import { DEFAULT_FEED_LIMITS } from './model.js';

const read = (feed: unknown, maxItems = 10) =>
  readJsonFeed(
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'J',
      ...(feed as object),
    }),
    'https://a.org/feed.json',
    'utf-8',
    { ...DEFAULT_FEED_LIMITS, maxItems },
  );

describe('a JSON Feed', () => {
  it('gives the same as any other', () => {
    const item = {
      id: 'x',
      url: '/1',
      title: 'T',
      date_published: '2022-01-01T00:00:00Z',
      date_modified: '2022-01-02T00:00:00Z',
      authors: [{ name: 'A' }, { url: 'https://b.org/' }],
      tags: ['t', 't'],
      content_html: '<b onclick="x">c</b><img src="i">',
      attachments: [{ url: '/e.mp3', mime_type: 'audio/mpeg', size_in_bytes: 3 }],
    };
    const parsed = read({ language: 'en', home_page_url: 'https://a.org/', items: [item] });
    expect(parsed).toMatchObject({
      kind: 'json',
      title: 'J',
      language: 'en',
      siteUrl: 'https://a.org/',
    });
    expect(parsed.items).toEqual([
      {
        url: 'https://a.org/1',
        id: 'x',
        title: 'T',
        publishedAt: '2022-01-01T00:00:00.000Z',
        updatedAt: '2022-01-02T00:00:00.000Z',
        authors: ['A', 'https://b.org/'],
        tags: ['t'],
        enclosures: [{ url: 'https://a.org/e.mp3', type: 'audio/mpeg', length: 3 }],
        summary: '<b>c</b><img src="https://a.org/i" />',
      },
    ]);
  });

  it('gives plain text as text, never as markup', () => {
    const parsed = read({ items: [{ id: '1', url: 'https://a.org/1', content_text: '<b>' }] });
    expect(parsed.items[0]?.summary).toBe('&lt;b&gt;');
  });

  it('has items without a page counted, those that only name a file among them', () => {
    const file = [{ url: 'https://a.org/e', mime_type: 'audio/mpeg' }];
    const parsed = read({
      items: [
        { id: 'x', content_text: 'c' },
        { id: 'https://a.org/e', content_text: 'c', attachments: file },
        { id: 'y', url: 'javascript:x', content_text: 'c' },
      ],
    });
    expect([parsed.items, parsed.itemsWithoutUrl]).toEqual([[], 3]);
  });

  it('is cut at the item cap', () => {
    const items = [1, 2, 3].map((n) => ({ id: `https://a.org/${n}`, content_text: 'c' }));
    expect(read({ items }, 2)).toMatchObject({ truncated: true, items: { length: 2 } });
  });

  it('is refused by name when it is none', () => {
    for (const text of ['{', '{"a":1}', '{}'])
      expect(() => readJsonFeed(text, undefined, 'utf-8', DEFAULT_FEED_LIMITS)).toThrow(
        expect.objectContaining({ code: 'ERR_FEED_UNRECOGNISED' }),
      );
  });
});
