import { describe, expect, it } from '@jest/globals';
import { sitemapsInRobots } from './sitemaps.js';

describe('the sitemaps that a robots.txt names', () => {
  it('are found in any group, spelling and order, each once', () => {
    const text = `\uFEFFSitemap: https://a.org/one.xml\r\nUser-agent: *\rDisallow: /x
      SITEMAP:https://a.org/two.xml.gz # news
      site-map : https://cdn.b.net/three.xml
      sitemap: https://a.org/one.xml`;
    expect(sitemapsInRobots(text)).toEqual([
      'https://a.org/one.xml',
      'https://a.org/two.xml.gz',
      'https://cdn.b.net/three.xml',
    ]);
  });

  it('are absolute and http(s)', () => {
    expect(
      sitemapsInRobots('Sitemap: /s.xml\nSitemap: ftp://a.org/s\nSitemap:\n#Sitemap: x'),
    ).toEqual([]);
  });
});
