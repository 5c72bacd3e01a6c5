import type { EndView, Stats } from '@tocsin/contracts';
import { describe, expect, it } from '@jest/globals';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Ends } from './ends.js';
import { Numbers } from './numbers.js';
import { Stages } from './stages.js';
import { Waterfall } from './waterfall-chart.js';

const textOf = (node: ReactNode) =>
  renderToStaticMarkup(node)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
const none = { p50: null, p99: null };
const stats: Stats = {
  articles: 1_200,
  incidents: 34,
  rejected: 5,
  failed: 0,
  deadLetters: 2,
  pending: 3,
  hops: { fetch: none, extract: { p50: 40, p99: 2_400 }, deduplicate: none, store: none },
};

describe('the counts', () => {
  it('are there with the rate as soon as it is known', () => {
    expect(textOf(<Numbers stats={stats} readings={[]} />)).toContain('1,200 measuring the rate …');
    const readings = [
      { atMs: 0, count: 1_100 },
      { atMs: 60_000, count: 1_200 },
    ];
    expect(textOf(<Numbers stats={stats} readings={readings} />)).toContain('1,200 100 a minute');
  });

  it('stand out where something was given up, and only there', () => {
    expect(
      renderToStaticMarkup(<Numbers stats={stats} readings={[]} />).match(/number bad/g),
    ).toHaveLength(1);
  });
});

describe('the stages', () => {
  it('tell how long they take, and say where nothing was measured', () => {
    const text = textOf(<Stages hops={stats.hops} />);
    expect(text).toContain('extract to its text and incidents 40 ms 2.4 s');
    expect(text).toContain('fetch from the response to the queue – –');
  });
});

describe("an article's way", () => {
  it('is told hop by hop', () => {
    const hops = {
      version: 0,
      fetchedAt: '2022-01-06T18:00:00.000Z',
      extractedAt: '2022-01-06T18:00:00.040Z',
      deduplicatedAt: '2022-01-06T18:00:01.040Z',
      storedAt: '2022-01-06T18:00:01.100Z',
    };
    expect(textOf(<Waterfall hops={hops} />)).toMatch(
      /extract 40 ms deduplicate 1\.0 s store 60 ms fetched 6 Jan 2022, 18:00, 1\.1 s in all/,
    );
  });

  it('ends with a reason and a trace to look for', () => {
    const end: EndView = {
      version: 1,
      stage: 'extractor',
      end: 'rejected',
      code: 'ERR_EXTRACT_EMPTY',
      reason: 'No text.',
      at: '2022-01-06T18:00:00Z',
      traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`,
    };
    const text = textOf(<Ends ends={[end]} />);
    expect(text).toContain('extractor rejected 6 Jan 2022, 18:00 ERR_EXTRACT_EMPTY: No text.');
    expect(text).toContain('a'.repeat(32));
    expect(textOf(<Ends ends={[]} />)).toBe('It has not ended anywhere yet.');
  });
});
