import { describe, expect, it } from '@jest/globals';
import { evidenceOf } from '../testing/evidence-of.js';
import { sectionOf, siteNameOf } from './site.js';

const jsonLd = (value: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe('the site’s name', () => {
  it.each([
    [
      '<head><meta property="og:site_name" content="Example &amp;amp; Sons"></head>',
      'Example & Sons',
    ],
    [jsonLd({ '@type': 'NewsArticle', publisher: { name: 'Example' } }), 'Example'],
    ['<head><meta property="og:site_name" content="https://example.org"></head>', null],
    ['<title>Bread is dearer - Example</title>', 'Example'],
    ['<title>Bread is dearer - World</title>', null],
    ['<p>x</p>', null],
  ])('of %s', (html, name) => expect(siteNameOf(evidenceOf(html))).toBe(name));
});

describe('the section', () => {
  it.each([
    ['<head><meta property="article:section" content="World"></head>', 'World'],
    [jsonLd({ '@type': 'NewsArticle', articleSection: ['World', 'Asia'] }), 'World'],
    ['<head><meta name="section" content="https://example.org/world"></head>', null],
    ['<p>x</p>', null],
  ])('of %s', (html, section) => expect(sectionOf(evidenceOf(html))).toBe(section));
});
