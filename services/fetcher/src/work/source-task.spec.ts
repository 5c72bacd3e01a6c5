import { describe, expect, it } from '@jest/globals';
import { FeedError, SitemapError } from '@tocsin/feeds';
import { documentOf, sourceResult } from './source-task.js';

const answer = (text: string, contentType: string | null = null) => ({
  url: 'https://a.org/feed',
  contentType,
  body: Buffer.from(text),
});
const throughThreads = (text: string, contentType?: string) =>
  documentOf(structuredClone(sourceResult(answer(text, contentType))));

describe('a source that was read in another thread', () => {
  it('is the document that it is here', () => {
    expect(throughThreads('<rss><channel><title>x</title></channel></rss>')).toMatchObject({
      kind: 'rss',
      title: 'x',
    });
  });

  it('fails with the error that it has here', () => {
    const deep = `<rss><channel>${'<a>'.repeat(300)}`;
    expect(() => throughThreads(deep)).toThrow(FeedError);
    expect(() => throughThreads('nothing of the kind')).toThrow(SitemapError);
  });
});
