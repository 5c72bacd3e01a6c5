import { describe, expect, it } from '@jest/globals';
import { evidenceOf } from '../testing/evidence-of.js';
import { canonicalUrl } from './canonical.js';

const canonical = (href: string) =>
  canonicalUrl(evidenceOf(`<head><link rel="canonical" href="${href}"></head>`));

describe('the canonical address', () => {
  it.each([
    ['/b', 'https://news.example.org/b'],
    ['https://example.org/b', 'https://example.org/b'],
    ['https://other.example/b', null],
    ['https://news.example.org/', null],
    ['javascript:alert(1)', null],
    ['', null],
  ])('of %j is believed on the same site only, and never the front page', (href, url) => {
    expect(canonical(href)).toBe(url);
  });

  it('may be told by og:url', () => {
    const html = '<head><meta property="og:url" content="https://news.example.org/b"></head>';
    expect(canonicalUrl(evidenceOf(html))).toBe('https://news.example.org/b');
  });
});
