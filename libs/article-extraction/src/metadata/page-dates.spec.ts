import { describe, expect, it } from '@jest/globals';
import { evidenceOf } from '../testing/evidence-of.js';
import { PageDates } from './page-dates.js';

const h1 = '<h1>Bread is dearer again</h1>';
const filler = '<p>Text without a day.</p>'.repeat(20);
const datesOf = (html: string, now?: number) => new PageDates(evidenceOf(html), {}, now);
const near = (html: string, now?: number) =>
  datesOf(html, now)
    .near()
    .map(({ date, source, kind, weight }) => [date, source, kind, weight]);
const far = (html: string) =>
  datesOf(html)
    .far()
    .map(({ date, source }) => [date, source]);

describe('the dates beside the headline', () => {
  it.each([
    ['<p>2 May 2026</p>', ['2026-05-02', 'visible', 'unknown', 4]],
    ['<p>Updated 2 May 2026</p>', ['2026-05-02', 'visible', 'modified', 4]],
    [
      '<p>On 2 May 2026 the price of bread rose again as the ministry had said before</p>',
      ['2026-05-02', 'visible', 'unknown', 2],
    ],
    [
      `<p>KABUL, 2 May 2026 (Wire) – ${'The price of bread rose again. '.repeat(8)}</p>`,
      ['2026-05-02', 'text', 'unknown', 1],
    ],
    ['<div class="comments"><p>2 May 2026</p></div>', ['2026-05-02', 'margin', 'unknown', 0.25]],
  ])('of %s', (html, date) => expect(near(`${h1}${html}${filler}`)).toEqual([date]));

  it('say more where they are called the publication’s, and less above the headline', () => {
    expect(near(`${h1}<p>Published 2 May 2026</p>`)[0]?.[3]).toBeCloseTo(4.4);
    expect(near(`<p>2 May 2026</p>${h1}`)[0]?.[3]).toBeCloseTo(3.4);
  });

  it('are told by machines’ values before the text', () => {
    const html = `${h1}<time datetime="2026-05-02T10:00:00Z">2 May 2026</time>`;
    expect(near(html)[0]).toEqual(['2026-05-02T10:00:00Z', 'visible', 'unknown', 4]);
  });

  it('may be told by their distance from the fetch', () => {
    const html = `${h1}<p>3 hours ago</p>`;
    expect(near(html, Date.UTC(2026, 4, 2, 12))).toEqual([
      ['2026-05-02T09:00:00Z', 'visible', 'unknown', 4],
    ]);
    expect(near(html)).toEqual([]);
  });
});

describe('the dates elsewhere', () => {
  it('stand in the text, in marked elements and in the margins', () => {
    const html =
      `${h1}${filler}<p>2 May 2026</p><p class="date">3 May 2026</p>` +
      '<footer><p>4 May 2026</p></footer>';
    expect(far(html)).toEqual([
      ['2026-05-02', 'text'],
      ['2026-05-03', 'marked'],
      ['2026-05-03', 'text'],
      ['2026-05-04', 'margin'],
    ]);
  });
});
