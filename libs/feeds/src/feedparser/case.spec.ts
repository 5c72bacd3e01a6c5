import { describe, expect, it } from '@jest/globals';
import { answerCase } from './case.js';

const feed = '<rss version="2.0"><channel><docs>/d</docs></channel></rss>';
const docs = (headers = {}, url?: string) =>
  answerCase({ id: 'x', input: { feed, headers, ...(url ? { url } : {}) } }).feed['docs'];

describe('a case of feedparser', () => {
  it('has no address unless it was served', () => {
    expect(docs()).toBe('/d');
    expect(docs({}, 'http://b.org/')).toBe('http://b.org/d');
  });

  it('belongs where its headers say', () => {
    expect(docs({ 'Content-Location': 'http://a.org/x' }, 'http://b.org/')).toBe('http://a.org/d');
    expect(docs({ 'content-location': ':' })).toBe('/d');
  });

  it('may be told in bytes, with a type and a language', () => {
    const bytes = Buffer.from('<rss><channel><title>é</title></channel></rss>', 'latin1');
    const headers = { 'Content-Type': 'text/xml; charset=latin1', 'Content-Language': 'fr' };
    const answer = answerCase({
      id: 'x',
      input: { feed_base64: bytes.toString('base64'), headers },
    });
    expect(answer).toMatchObject({ encoding: 'latin1', feed: { title: 'é', language: 'fr' } });
  });
});
