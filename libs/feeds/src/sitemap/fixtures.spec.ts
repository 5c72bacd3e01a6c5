import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parseSitemap } from './parse.js';

const folder = new URL('../../fixtures/sitemaps/', import.meta.url);
const read = (name: string) =>
  parseSitemap(
    readFileSync(new URL(name, folder)),
    {
      url: 'http://www.example.com/sitemap.xml',
    },
    { crossSite: true },
  );

describe("crawler-commons' own files", () => {
  it.each([
    // File, kind, pages, with news, sitemaps.
    ['hebdenbridgetimes-articles-sitemap.xml', 'sitemap', 74, 0, 0],
    ['pagemaps-sitemap.xml', 'sitemap', 2, 0, 0],
    ['shinpaideshou-news-sitemap.xml', 'sitemap', 3, 3, 0],
    ['sitemap-images.xml', 'sitemap', 1, 0, 0],
    ['sitemap-links.xml', 'sitemap', 3, 0, 0],
    ['sitemap-mobile.xml', 'sitemap', 3, 0, 0],
    ['sitemap-news.xml', 'sitemap', 2, 2, 0],
    ['sitemap-videos.xml', 'sitemap', 3, 0, 0],
    ['sitemap-videos-tvshow.xml', 'sitemap', 1, 0, 0],
    ['sitemap.badns.xml', 'sitemap', 2, 0, 0],
    ['sitemap.ns.xml', 'sitemap', 2, 0, 0],
    ['sitemap.index.xml', 'sitemap-index', 0, 0, 15],
    ['sitemap.txt', 'text', 2, 0, 0],
    ['sitemap-with-bom.txt', 'text', 2, 0, 0],
    ['do-not-visit.txt', 'text', 1, 0, 0],
    ['sitemap.txt.gz', 'text', 5, 0, 0],
    ['xmlSitemap.gz', 'sitemap', 5, 0, 0],
  ] as const)('%s: %s of %i pages, %i with news, %i sitemaps', (name, kind, urls, news, maps) => {
    const document = read(name);
    const withNews = document.urls.filter((each) => each.news).length;
    expect([document.kind, document.urls.length, withNews, document.sitemaps.length]).toEqual([
      kind,
      urls,
      news,
      maps,
    ]);
    expect(document).toMatchObject({ dropped: { notWeb: 0, overCap: 0 }, truncated: false });
  });

  it.each(['feed.rss', 'xmlRss_pubDate.xml', 'atom.xml'])('%s is a feed', (name) => {
    expect(() => read(name)).toThrow(expect.objectContaining({ code: 'ERR_SITEMAP_IS_FEED' }));
  });

  it('tell what Google News is told', () => {
    expect(read('sitemap-news.xml').urls[0]?.news).toEqual({
      title: 'Companies A, B in Merger Talks',
      publishedAt: '2008-12-23T00:00:00.000Z',
      language: 'en',
      publicationName: 'The Example Times',
    });
  });

  it('tell when and how often a page changes', () => {
    expect(read('xmlSitemap.gz').urls.slice(0, 2)).toEqual([
      {
        url: 'http://www.example.com/',
        lastModified: '2005-01-01T00:00:00.000Z',
        changeFrequency: 'monthly',
        news: null,
      },
      {
        url: 'http://www.example.com/catalog?item=12&desc=vacation_hawaii',
        lastModified: null,
        changeFrequency: 'weekly',
        news: null,
      },
    ]);
  });
});
