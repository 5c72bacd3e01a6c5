import { afterEach, describe, expect, it } from '@jest/globals';
import { SitemapError } from '@tocsin/feeds';
import { SourceReader } from './source-reader.js';

let reader: SourceReader;
afterEach(() => reader.close());

const open = (worker: string, deadlineMs?: number) =>
  (reader = new SourceReader(
    new URL(`./fixtures/${worker}.worker.mjs`, import.meta.url),
    deadlineMs,
  ));
const answer = (text: string) => ({
  url: 'https://a.org/feed',
  contentType: null,
  body: Buffer.from(text),
});
const LARGE = 300 * 1024;

describe('a source', () => {
  it('that is small is read at once', async () => {
    open('slow');
    const { kind } = await reader.read(answer('<rss><channel><title>x</title></channel></rss>'));
    expect(kind).toBe('rss');
  });

  it('that is large is read elsewhere, with its failures as they are', async () => {
    open('echo');
    expect((await reader.read(answer(' '.repeat(LARGE)))).title).toBe(String(LARGE));
    await expect(reader.read(answer('{'.repeat(LARGE)))).rejects.toThrow(SitemapError);
  });

  it('that takes too long is given up, and the next one is read', async () => {
    open('slow', 300);
    const slow = [reader.read(answer(' '.repeat(LARGE))), reader.read(answer('x'.repeat(LARGE)))];
    for (const outcome of await Promise.allSettled(slow))
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'ERR_FEED_TOO_SLOW' } });
  });
});
