import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { extractorSettings, loadConfig } from '@tocsin/config';
import { extractorSubscriptions } from '../handling/subscriptions.js';
import { context, fetched, message } from '../testing/fetched.js';
import { startPooledExtraction, type PooledExtraction } from './pooled-extraction.js';

/** Processes run what is built: `npm run build` comes first. */
const WORKER = new URL('../../dist/extraction/extraction.worker.js', import.meta.url);
/** The service's defaults. */
const { deadlineMs, heapMb } = loadConfig({ extractor: extractorSettings }, {}).extractor;
const SENTENCE = 'The price of bread rose again on Monday, the ministry said in a statement. ';
const page = (body: string, head = ''): string =>
  `<html><head><title>Bread dearer again</title>${head}</head><body>${body}</body></html>`;
const NORMAL = page(`<article><h1>Bread dearer again</h1><p>${SENTENCE.repeat(4)}</p></article>`);

const HOSTILE: Readonly<Record<string, () => string>> = {
  'five thousand nested elements': () => page(`${'<div>'.repeat(5_000)}x`),
  'a megabyte of opened tags': () => '<'.repeat(1_000_000),
  'ten megabytes of paragraphs': () => page(`<p>${SENTENCE}</p>`.repeat(120_000)),
  'ten megabytes without a paragraph': () => page(SENTENCE.repeat(130_000)),
  'nested JSON-LD': () =>
    page('', `<script type="application/ld+json">${'[{"@graph":'.repeat(100_000)}</script>`),
  'endless JSON-LD': () =>
    page(
      NORMAL,
      `<script type="application/ld+json">[${'{"@type":"NewsArticle","author":[{"@id":"#a"}]},'.repeat(100_000)}{}]</script>`,
    ),
  'a hundred thousand attributes': () =>
    page(
      `<p ${Array.from({ length: 100_000 }, (_, at) => `a${at}="x"`).join(' ')}>${SENTENCE}</p>`,
    ),
  'formatting that never ends': () => page(`<p><b><i><a href="/x">${SENTENCE}`.repeat(30_000)),
  'end tags of nothing': () => page(`${'</p></div></b>'.repeat(200_000)}`),
  'a table in each cell of a table': () => page('<table><tr><td>'.repeat(20_000)),
  'a comment that never ends': () => page(`<!--${'<!-- -'.repeat(200_000)}`),
  'half a million entities': () => page(`<p>${'&amp;&lt;'.repeat(500_000)}</p>`),
  'one word of five megabytes': () => page(`<p>${'a'.repeat(5_000_000)}</p>`),
  'a sentence’s end at every second character': () => page(`<p>${'A. '.repeat(500_000)}</p>`),
};

let extraction: PooledExtraction;
beforeAll(async () => {
  extraction = await startPooledExtraction({
    workerFile: WORKER,
    processes: 1,
    deadlineMs,
    heapMb,
  });
}, 60_000);
afterAll(() => extraction.close());

/** How the service counts a page: all of it runs, but for the broker. */
async function countedAs(html: string): Promise<readonly string[]> {
  const counted: string[] = [];
  const [live] = extractorSubscriptions(
    { deadlineMs },
    {
      extraction,
      blobs: { get: () => Promise.reject(new Error('unexpected')) },
      clock: { now: () => 0, sleep: () => Promise.resolve() },
      count: (outcome) => void counted.push(outcome),
    },
  );
  const base64 = gzipSync(html).toString('base64');
  const record = message(fetched({ body: { kind: 'inline', encoding: 'gzip', base64 } }));
  const [outcome] = (await live?.handler([record], context())) ?? [];
  if (outcome !== undefined) live?.onSettled?.(record, outcome);
  return counted;
}

describe('a hostile page', () => {
  it.each(Object.keys(HOSTILE))(
    'ends in one counted outcome, and the next page is read: %s',
    async (name) => {
      const counted = await countedAs(HOSTILE[name]?.() ?? '');
      expect(counted).toEqual([
        expect.stringMatching(/^(?:article|ERR_ARTICLE_\w+|ERR_EXTRACT_(?:TIMEOUT|CRASHED))$/),
      ]);
      expect(await countedAs(NORMAL)).toEqual(['article']);
    },
    60_000,
  );
});
