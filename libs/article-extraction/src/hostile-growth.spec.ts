import { describe, expect, it } from '@jest/globals';
import { fingerprint } from '@tocsin/dedup';
import type { ExtractionResult } from './article-extractor.port.js';
import { createArticleExtractor } from './create-article-extractor.js';
import type { HostilePage } from './testing/hostile-pages.js';
import { HOSTILE_PAGES, HOSTILE_TEXTS } from './testing/hostile-pages.js';

const extractor = createArticleExtractor({ fingerprint });
const identity = { articleId: 'a1', version: 1, url: 'https://news.example.org/2026/01/02/bread' };
const extract = (text: string, contentType: string): ExtractionResult =>
  extractor.extract({ ...identity, text, contentType });

/** Characters of the largest document of a shape, and of the smallest. */
const [MOST, LEAST] = [400_000, 4_000];
/** Shapes of two parts whose product shows only where both are large. */
const AT_LEAST: Readonly<Record<string, number>> = {
  'a huge class name around many blocks': 900_000,
  'a structured body of many paragraphs': 1_300_000,
  'a structured body of one letter': 900_000,
  'a description of many paragraphs': 900_000,
};
/** A document that takes less is too small to tell anything, ms. */
const TELLING = 10;
/** Linear is 4, quadratic 16. */
const MOST_GROWTH = 8;
/** The dearest honest work is a block of one letter; it costs some forty times what its length of prose does. */
const MOST_FOR_LENGTH = 200;
const RUNS = 4;

/** How often a shape has to be repeated for a document of about `length` characters. */
function countFor(make: HostilePage, length: number): number {
  const [some, more] = [make(1_000).length, make(2_000).length];
  return Math.max(50, Math.floor(((length - some) / (more - some)) * 1_000) + 1_000);
}

/** Processor time of the fastest run, ms; ends with the first that is fast enough, as none is fast by chance. */
function millis(run: () => unknown, enough = 0): number {
  let least = Infinity;
  for (let i = 0; i < RUNS && least > enough; i++) {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1_000);
  }
  return least;
}

function checkGrowth(make: HostilePage, contentType: string, atLeast = LEAST): void {
  const run = (text: string) => () => extract(text, contentType);
  const most = countFor(make, Math.max(MOST, atLeast) / 4);
  let n = countFor(make, atLeast / 4);
  while (2 * n <= most && millis(run(make(n)), TELLING) < TELLING) n *= 2;
  const four = make(4 * n);
  expect(run(four)()).not.toMatchObject({ code: 'ERR_ARTICLE_TOO_COMPLEX' });
  const once = Math.max(TELLING / 2, millis(run(make(n))));
  expect(millis(run(make(2 * n)), once * 3)).toBeLessThan((once * MOST_GROWTH) / 2);
  const least = millis(run(four), once * 5);
  expect(least).toBeLessThan(once * MOST_GROWTH);
  expect(least / four.length).toBeLessThan(MOST_FOR_LENGTH * costOfProse);
}

const prose = `<p>${'The price of bread rose again on Monday, the ministry said. '.repeat(9)}</p>`;
const plain = `<article><h1>Bread is dearer</h1>${prose.repeat(300)}</article>`;
extract(plain, 'text/html');
/** Of one character, ms. */
const costOfProse = millis(() => extract(plain, 'text/html')) / plain.length;

describe('the time that a hostile page takes grows with its length alone', () => {
  it.each(Object.entries(HOSTILE_PAGES))('%s', (what, make) =>
    checkGrowth(make, 'text/html', AT_LEAST[what]),
  );
});

describe('the time that a hostile text takes grows with its length alone', () => {
  it.each(Object.entries(HOSTILE_TEXTS))('%s', (_what, make) => checkGrowth(make, 'text/plain'));
});
