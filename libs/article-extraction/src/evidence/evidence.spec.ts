import { describe, expect, it } from '@jest/globals';
import { datesOf } from '../metadata/dates.js';
import { authorsOf } from '../metadata/authors.js';
import { titleOf } from '../metadata/title.js';
import { evidenceOf } from '../testing/evidence-of.js';

describe('the evidence of a page', () => {
  it('is what it says of itself', () => {
    const html =
      '<html lang="en-GB"><head><title> Bread\n dearer </title><link rel="canonical" href=" /bread ">' +
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bread"}</script></head>' +
      '<body><h1>Bread <b>dearer</b></h1></body></html>';
    expect(evidenceOf(html)).toMatchObject({
      documentTitle: 'Bread dearer',
      canonical: '/bread',
      declaredLanguage: 'en-GB',
      headings: [{ text: 'Bread dearer' }],
      jsonLd: { article: { headline: 'Bread' } },
    });
  });

  it('is empty where the page says nothing', () => {
    expect(evidenceOf('')).toMatchObject({ documentTitle: '', canonical: '', headings: [] });
  });

  it.each([
    ['<p itemprop="headline" class="date author">2 May 2026 by Ann'],
    ['<h1>Bread is dearer 2 May 2026'],
    ['<div class="byline date"><time datetime="2026-05-02">2 May 2026</time></div>'],
    ['<span class="date">1.2.2026 3.4.2026 5.6.2026 7.8.2026'],
    ['<p>By Ann Lee and and and , , , | | | 12 12 12 12 2026'],
  ])('takes time in proportion to a hostile page of %s', (piece) => {
    const read = (count: number): number => {
      const before = process.cpuUsage();
      const evidence = evidenceOf(piece.repeat(count));
      titleOf(evidence, null);
      datesOf(evidence, Date.UTC(2026, 5, 1));
      authorsOf(evidence, null);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    // The quickest of several: the collector and the compiler take turns of their own.
    const quickest = (count: number): number =>
      Math.min(...Array.from({ length: 5 }, () => read(count)));
    read(300);
    const [once, fourTimes] = [Math.max(quickest(90), 4_000), quickest(360)];
    // Linear is 4; 16 would be quadratic.
    expect(fourTimes / once).toBeLessThan(12);
  });
});
