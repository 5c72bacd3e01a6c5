import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SitemapError, type SitemapOptions } from './model.js';
import { parseSitemap } from './parse.js';

const url = 'https://www.example.org/sitemaps/news.xml';
const read = (text: string | Uint8Array, options: Partial<SitemapOptions> = {}) =>
  parseSitemap(typeof text === 'string' ? Buffer.from(text) : text, { url }, options);
const urlset = (inner: string) => `<urlset xmlns="http://www.sitemaps.org/x">${inner}</urlset>`;
const page = (loc: string) => `<url><loc>${loc}</loc></url>`;
const locs = (text: string | Uint8Array, options?: Partial<SitemapOptions>) =>
  read(text, options).urls.map((each) => each.url);
const codeOf = (text: string | Uint8Array, options?: Partial<SitemapOptions>) => {
  try {
    read(text, options);
    return 'none';
  } catch (error) {
    return error instanceof SitemapError ? error.code : error;
  }
};

describe('a page of a sitemap', () => {
  it('is told by where its address stands, not by namespaces', () => {
    const inner = `<url><image:image><image:loc>https://example.org/i.jpg</image:loc></image:image>
      <image:loc>https://example.org/j.jpg</image:loc><loc> https://example.org/a?x=1&amp;y=2
      </loc></url>`;
    expect(locs(urlset(inner))).toEqual(['https://example.org/a?x=1&y=2']);
  });

  it('may have its address in CDATA, relative, or in capital tags', () => {
    const inner =
      '<url><loc><![CDATA[https://example.org/a?b&c]]></loc></url><URL><LOC>/d</LOC></URL>';
    expect(locs(urlset(inner))).toEqual(['https://example.org/a?b&c', 'https://www.example.org/d']);
  });

  it('counts though its element is never closed', () => {
    const inner =
      '<url><loc>https://example.org/a</loc><url><loc>https://example.org/b</loc></url>';
    expect(locs(urlset(inner))).toEqual(['https://example.org/a', 'https://example.org/b']);
  });

  it('is left out when it is none, and counted', () => {
    const inner = ['javascript:alert(1)', 'ftp://example.org/', '', `/${'a'.repeat(9000)}`];
    const { urls, dropped } = read(urlset(inner.map(page).join('')));
    expect([urls, dropped.notWeb]).toEqual([[], 4]);
  });

  it('is left out when it is of another site, unless told otherwise', () => {
    const text = urlset(page('https://other.net/a') + page('https://sport.example.org/b'));
    expect(read(text)).toMatchObject({ urls: { length: 1 }, dropped: { otherSite: 1 } });
    expect(read(text, { crossSite: true }).urls).toHaveLength(2);
  });
});

describe('an index', () => {
  it('names sitemaps and when they changed', () => {
    const text = `<sitemapindex><sitemap><loc>https://example.org/a.xml.gz</loc>
      <lastmod>2024-05-01T10:00:00+02:00</lastmod></sitemap></sitemapindex>`;
    expect(read(text)).toMatchObject({
      kind: 'sitemap-index',
      sitemaps: [{ url: 'https://example.org/a.xml.gz', lastModified: '2024-05-01T08:00:00.000Z' }],
    });
  });
});

describe('a sitemap that is cut off', () => {
  const text = urlset(page('https://example.org/whole') + page('https://example.org/half'));

  it('gives what is whole and says so', () => {
    const cut = text.slice(0, text.indexOf('half') + 2);
    expect(read(cut)).toMatchObject({
      urls: [{ url: 'https://example.org/whole' }],
      truncated: true,
    });
  });

  it('does so within gzip too', () => {
    const many = urlset(
      Array.from({ length: 999 }, (_, i) => page(`https://a.example.org/${i}`)).join(''),
    );
    const zipped = gzipSync(many);
    const { urls, truncated } = read(zipped.subarray(0, zipped.length >> 1));
    expect(urls.length).toBeGreaterThan(10);
    expect(truncated).toBe(true);
  });

  it('counts what is beyond the cap', () => {
    expect(read(text, { maxUrls: 1 })).toMatchObject({
      urls: { length: 1 },
      dropped: { overCap: 1 },
      truncated: true,
    });
  });
});

describe('bytes that are no sitemap', () => {
  it.each([
    ['ERR_SITEMAP_UNRECOGNISED', '<!doctype html><html><body>Not found</body></html>'],
    ['ERR_SITEMAP_UNRECOGNISED', 'Not found'],
    ['ERR_SITEMAP_UNRECOGNISED', '{"urls": []}'],
    ['ERR_SITEMAP_UNRECOGNISED', ''],
    ['ERR_SITEMAP_UNRECOGNISED', '<constructor/>'],
    ['ERR_SITEMAP_UNRECOGNISED', '<?xml version="1.0"?>'],
    ['ERR_SITEMAP_IS_FEED', '<rdf:RDF><item/></rdf:RDF>'],
    ['ERR_SITEMAP_TOO_DEEP', urlset('<a>'.repeat(100_000))],
    ['ERR_SITEMAP_TOO_DEEP', urlset(`<url>${'<a>'.repeat(100_000)}`)],
  ])('are refused as %s: %.40s', (code, text) => {
    expect(codeOf(text)).toBe(code);
  });

  it('are refused when their gzip is broken', () => {
    expect(codeOf(Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]))).toBe('ERR_SITEMAP_BROKEN_GZIP');
    const zipped = gzipSync(urlset(page('https://example.org/a').repeat(99)));
    zipped.fill(0xff, 12, 40);
    expect(codeOf(zipped)).toBe('ERR_SITEMAP_BROKEN_GZIP');
  });

  it('are refused when they are too many, zipped or not', () => {
    const bomb = gzipSync(Buffer.alloc(60 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(100_000);
    expect(codeOf(bomb)).toBe('ERR_SITEMAP_TOO_LARGE');
    expect(codeOf(gzipSync(bomb))).toBe('ERR_SITEMAP_TOO_LARGE');
    expect(codeOf(urlset(''), { maxBytes: 10 })).toBe('ERR_SITEMAP_TOO_LARGE');
  });

  it('never break anything else', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<urlset>',
        '<url>',
        '</url>',
        '<loc>',
        '</loc>',
        'https://example.org/',
        '<!--',
        '<![CDATA[',
        ']]>',
        '&#x110000;',
        '&a;',
        '<!DOCTYPE a [<!ENTITY a "b">]>',
      ),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(codeOf(pieces.join(''))).toMatch(/^none$|^ERR_SITEMAP_/);
      }),
      { numRuns: 500 },
    );
  });
});

describe('entities', () => {
  it('that a document declares are not expanded', () => {
    const bomb = `<!DOCTYPE urlset [<!ENTITY a "https://example.org/boom"><!ENTITY b "&a;&a;">]>
      ${urlset(page('https://example.org/&b;'))}`;
    expect(locs(bomb)).toEqual(['https://example.org/&b;']);
  });
});
