import { describe, expect, it } from '@jest/globals';
import { DEFAULT_FEED_LIMITS, FeedError } from './model.js';
import { parseFeed } from './parse.js';

const LIMITS = { ...DEFAULT_FEED_LIMITS, maxTextChars: 1_000_000 };
const HEAD = '<rss version="2.0"><channel><item><link>http://a.org/</link>';
const asText = (html: string) => html.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Milliseconds that reading takes; refusing counts as reading. */
function cost(document: string): number {
  const bytes = Buffer.from(document);
  const started = performance.now();
  try {
    parseFeed(bytes, {}, LIMITS);
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
  }
  return performance.now() - started;
}

/** Below this many milliseconds a ratio says nothing on a busy machine. */
const NOISE_MS = 400;

/**
 * A quadratic reader costs sixteen times as much for four times as much. What is measured once may have
 * been disturbed, so one good measurement of three is enough.
 */
function expectLinear(ofLength: (chars: number) => string, chars: number): void {
  const disturbed: number[][] = [];
  for (let attempt = 0; attempt < 3; attempt++) {
    const [one, two, four] = [1, 2, 4].map((times) => cost(ofLength(times * chars))) as [
      number,
      number,
      number,
    ];
    if (four < Math.max(10 * one, 5 * two, NOISE_MS)) return;
    disturbed.push([one, two, four]);
  }
  expect(disturbed).toEqual([]);
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
    expectLinear((chars) => HEAD + filled(piece, chars), 25_000);
  });

  it.each([
    ...['<', '<a', '<b>', '</b>', '<p/>', '<!', '<!doctype x', '<!--', '&', '&#146;', '<svg>'],
    ...['<math>', '<table><tr><td>', '<li>', '<option>', '<textarea>', '<noscript>', '<title>'],
    ...['<script>', '<iframe>', '<a href="x">', '<p style="color: red;', '<p style="a-a-', '<p '],
  ])('of its HTML, %s', (piece) => {
    const html = (chars: number) =>
      `${HEAD}<description>${asText(filled(piece, chars))}</description></item>`;
    expectLinear(html, 8_000);
  });

  it('of many different names, tags and namespaces', () => {
    const each = (chars: number, one: (n: number) => string) =>
      HEAD + Array.from({ length: chars / 20 }, (_, n) => one(n)).join('');
    expectLinear((chars) => each(chars, (n) => `<category>${n}</category>`), 100_000);
    expectLinear((chars) => each(chars, (n) => `<x${n}>y</x${n}>`), 50_000);
    const attributes = (chars: number) =>
      `<r ${each(chars, (n) => `xmlns:a${n}="b" `).slice(HEAD.length)}>`;
    expectLinear((chars) => attributes(chars) + filled('<a xmlns:c="d"/>', chars), 50_000);
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
