import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { parseFeed } from '@tocsin/feeds';
import { feedOf, newsPages } from './content.js';

describe('the pages of a farm', () => {
  const pages = newsPages(30);

  it('are as large as asked for', () => {
    for (const { plain } of pages) {
      expect(plain.length / 1024).toBeGreaterThan(29.5);
      expect(plain.length / 1024).toBeLessThan(31);
    }
  });

  it('differ from each other', () => {
    expect(new Set(pages.map(({ plain }) => plain.toString())).size).toBe(pages.length);
  });

  it('compress as pages do: to a third or less, not to nothing', () => {
    for (const { plain, gzip } of pages) {
      expect(gunzipSync(gzip).equals(plain)).toBe(true);
      expect(plain.length / gzip.length).toBeGreaterThan(3);
      expect(plain.length / gzip.length).toBeLessThan(8);
    }
  });
});

describe('the feed of a farm', () => {
  it('names every page', async () => {
    const paths = ['/a.html', '/b.html?x=1&y=2'];
    const { plain, type } = feedOf('127.1.0.1:8080', paths);
    const { items } = await parseFeed(plain, {
      url: 'http://127.1.0.1/feed.xml',
      contentType: type,
    });
    expect(items.map(({ url }) => url)).toEqual(
      paths.map((path) => `http://127.1.0.1:8080${path}`),
    );
  });
});
