import { describe, expect, it } from '@jest/globals';
import { toFeedparser } from './result.js';

const read = (text: string) => toFeedparser(Buffer.from(text));

describe("a feed in feedparser's shape", () => {
  it('has a version, an encoding, the feed and its entries', () => {
    const told = read('<rss version="2.0"><channel><title>t</title><item/></channel></rss>');
    expect(told).toMatchObject({ version: 'rss20', encoding: 'utf-8', bozo: false });
    expect([told.feed['title'], told.entries.length]).toEqual(['t', 1]);
  });

  it('tells when it had to be mended', () => {
    expect(read('<rss><channel>').bozo).toBe(true);
  });

  it('is empty for what is no feed', () => {
    expect(read('hello')).toEqual({
      feed: {},
      entries: [],
      version: '',
      encoding: 'utf-8',
      bozo: true,
    });
  });
});
