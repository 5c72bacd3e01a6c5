import { describe, expect, it } from '@jest/globals';
import { evidenceOf } from '../testing/evidence-of.js';
import { firstMeta } from './meta-tags.js';

const metaOf = (html: string) => evidenceOf(html).meta;

describe('meta elements', () => {
  it('are known by name, property and http-equiv, in lower case; the first counts', () => {
    const meta = metaOf(
      '<head><meta name="Author" content=" Ann Lee "><meta property="og:title" content="Bread">' +
        '<meta property="og:title" content="Wheat"><meta http-equiv="Content-Language" content="en">',
    );
    expect([...meta]).toEqual([
      ['author', 'Ann Lee'],
      ['og:title', 'Bread'],
      ['content-language', 'en'],
    ]);
  });

  it('speak of the page by itemprop only in its head', () => {
    expect(metaOf('<head><meta itemprop="datePublished" content="2026-01-02">').size).toBe(1);
    expect(metaOf('<body><p>x<meta itemprop="datePublished" content="2026-01-02">').size).toBe(0);
  });

  it('are kept in bounded number and length, whatever their names', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => `<meta name="n${at}" content="x">`);
    expect(metaOf(`<head>${many.join('')}`).size).toBe(500);
    const long = metaOf(`<head><meta name="__proto__" content="${'x'.repeat(1_000_000)}">`);
    expect(long.get('__proto__')).toHaveLength(2_000);
  });
});

describe('the first of several names', () => {
  it('is that which the page has', () => {
    const tags = new Map([['b', '2']]);
    expect(firstMeta(tags, ['a', 'b'])).toBe('2');
    expect(firstMeta(tags, ['a'])).toBeNull();
  });
});
