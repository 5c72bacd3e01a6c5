import { describe, expect, it } from '@jest/globals';
import { FeedError, SitemapError } from '@tocsin/feeds';
import { readSource } from './read-source.js';

const read = (text: string, contentType: string | null = null) =>
  readSource({ url: 'https://a.org/x', contentType, body: Buffer.from(text) });
const XMLNS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

describe('what kind of source an answer is', () => {
  it('is a feed where it can be read as one', () => {
    const document = read(
      `<rss><channel><title>News</title><ttl>60</ttl><item><link>https://a.org/1</link>
       <title>One</title><pubDate>Mon, 06 Jan 2020 10:00:00 GMT</pubDate></item></channel></rss>`,
    );
    expect(document).toMatchObject({ kind: 'rss', title: 'News', archive: false, sources: [] });
    expect(document.hints?.ttlMs).toBe(3_600_000);
    expect(document.items).toMatchObject([
      { url: 'https://a.org/1', title: 'One', publishedAt: '2020-01-06T10:00:00.000Z' },
    ]);
  });

  it('is a sitemap of news, or of all that there is', () => {
    const news = read(
      `<urlset ${XMLNS} xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url>
       <loc>https://a.org/1</loc><news:news><news:publication><news:name>The A</news:name>
       </news:publication><news:publication_date>2020-01-06</news:publication_date>
       <news:title>One</news:title></news:news></url></urlset>`,
    );
    expect(news).toMatchObject({ kind: 'sitemap', title: 'The A', archive: false });
    expect(news.items).toMatchObject([{ title: 'One', publishedAt: '2020-01-06T00:00:00.000Z' }]);
    const all = read(
      `<urlset ${XMLNS}><url><loc>https://a.org/1</loc><lastmod>2020-01-06</lastmod></url></urlset>`,
    );
    expect(all).toMatchObject({
      archive: true,
      items: [{ title: null, publishedAt: '2020-01-06T00:00:00.000Z' }],
    });
  });

  it('is an index that names further sources', () => {
    const index = `<sitemapindex ${XMLNS}><sitemap><loc>https://a.org/s.xml</loc></sitemap></sitemapindex>`;
    expect(read(index)).toMatchObject({ kind: 'sitemap-index', sources: ['https://a.org/s.xml'] });
  });

  it('is a page, by its type or its first bytes', () => {
    expect(read('<p>nothing here', 'text/html').kind).toBe('site');
    expect(read('<!DOCTYPE html><title>x</title>').kind).toBe('site');
  });

  it('is none where it is nothing of these', () => {
    expect(() => read('nothing of the kind')).toThrow(SitemapError);
    expect(() => read(`<rss>${'<a>'.repeat(300)}`)).toThrow(FeedError);
  });
});
