import { describe, expect, it } from '@jest/globals';
import { evidenceOf } from '../testing/evidence-of.js';
import { statedDates } from './date-candidates.js';

describe('what a page states of its dates', () => {
  it('is in structured data, meta elements, the address and the feed', () => {
    const news = {
      '@type': 'NewsArticle',
      datePublished: '2026-05-01',
      dateModified: '2026-05-06',
    };
    const html =
      `<head><script type="application/ld+json">${JSON.stringify(news)}</script>` +
      '<meta property="article:published_time" content="2026-05-02">' +
      '<meta property="article:modified_time" content="2026-05-07">' +
      '<meta name="date" content="2026-05-03"></head>';
    const evidence = evidenceOf(html, 'https://example.org/2026/05/04/a');
    const stated = statedDates(evidence, {}, 'Tue, 05 May 2026 10:00:00 GMT');
    expect(stated.map(({ date, source, kind }) => [date, source, kind])).toEqual([
      ['2026-05-01', 'json-ld', 'published'],
      ['2026-05-02', 'meta', 'published'],
      ['2026-05-03', 'loose-meta', 'published'],
      ['2026-05-04', 'url', 'published'],
      ['2026-05-05T10:00:00Z', 'feed', 'published'],
      ['2026-05-06', 'json-ld', 'modified'],
      ['2026-05-07', 'meta', 'modified'],
    ]);
  });

  it('is nothing where it is no date', () => {
    const html = '<head><meta name="date" content="soon"></head>';
    expect(statedDates(evidenceOf(html), {}, 'never')).toEqual([]);
  });
});
