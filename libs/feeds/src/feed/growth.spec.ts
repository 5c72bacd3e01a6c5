import { describe, expect, it } from '@jest/globals';
import { DEFAULT_FEED_LIMITS, FeedError } from './model.js';
import { parseFeed } from './parse.js';

const LIMITS = { ...DEFAULT_FEED_LIMITS, maxTextChars: 1_000_000 };
const HEAD = '<rss version="2.0"><channel><item><link>http://a.org/</link>';
const asText = (html: string) => html.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Milliseconds that reading takes, the least of three runs; refusing counts as reading. */
function cost(document: string): number {
  const bytes = Buffer.from(document);
  const runs = [1, 2, 3].map(() => {
    const started = performance.now();
    try {
      parseFeed(bytes, {}, LIMITS);
    } catch (error) {
      if (!(error instanceof FeedError)) throw error;
    }
    return performance.now() - started;
  });
  return Math.min(...runs);
}

/** A quadratic reader costs sixteen times as much for four times as much; noise is granted a lot. */
function expectLinear(ofLength: (chars: number) => string, chars: number): void {
  const [one, two, four] = [chars, 2 * chars, 4 * chars].map((n) => cost(ofLength(n))) as [
    number,
    number,
    number,
  ];
  expect(two).toBeLessThan(4 * one + 50);
  expect(four).toBeLessThan(8 * one + 100);
}

const filled = (piece: string, chars: number) => piece.repeat(Math.ceil(chars / piece.length));

describe('the cost of a hostile document grows with its length', () => {
  it.each([
    ...['<', '</', '<a', '<a>', '</a>', '<a/>', '<!--', '<![CDATA[', ']]>', '<?', '<!a>', '>'],
    ...['<!DOCTYPE [', '<!DOCTYPE a [<!ENTITY a "b">', '&', '&nbsp;', '&a', '&#', '"', '='],
    ...['<a b="', "<a b='", '<a "="', '<a =', 'x="', '<a xmlns:b="c">', '<a xml:base="b/">'],
    ...['<item/>', '<category>x</category>', '<author>a@b.c.d</author>', '<title>a</title>'],
    ...['<link/>', '<description>', '<media:group>', '<gml:pos>1</gml:pos>', '<source>'],
  ])('of %s', (piece) => {
    expectLinear((chars) => HEAD + filled(piece, chars), 40_000);
  });

  it.each([
    ...['<', '<a', '<b>', '</b>', '<p/>', '<!', '<!doctype x', '<!--', '&', '&#146;', '<svg>'],
    ...['<math>', '<table><tr><td>', '<li>', '<option>', '<textarea>', '<noscript>', '<title>'],
    ...['<script>', '<iframe>', '<a href="x">', '<p style="color: red;', '<p style="a-a-', '<p '],
  ])('of its HTML, %s', (piece) => {
    const html = (chars: number) =>
      `${HEAD}<description>${asText(filled(piece, chars))}</description></item>`;
    expectLinear(html, 10_000);
  });

  it.each(['1', '1 ', 'a', 'mon ', '1-', '1:', '(', 'jan 1 '])('of its dates, %s', (piece) => {
    expectLinear((chars) => `${HEAD}<pubDate>${filled(piece, chars)}</pubDate></item>`, 40_000);
  });

  it.each(['a@', 'a.', 'a@b.', '(', '<'])('of its authors, %s', (piece) => {
    const told = (chars: number) =>
      `${HEAD}<author>${asText(filled(piece, chars))}</author></item>`;
    expectLinear(told, 40_000);
  });
});
