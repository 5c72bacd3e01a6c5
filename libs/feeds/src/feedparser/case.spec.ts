import { describe, expect, it } from '@jest/globals';
import { answerCase } from './case.js';

const feed = '<rss version="2.0"><channel><docs>/d</docs></channel></rss>';
const docs = (id: string, headers = {}) =>
  answerCase({ id, input: { feed, headers } }).feed['docs'];

describe('a case of feedparser', () => {
  it('has no address unless it was served', () => {
    expect(docs('fp-rss-docs')).toBe('/d');
    expect(docs('fp-base-http_docs')).toBe('http://127.0.0.1:8097/d');
  });

  it('belongs where its headers say', () => {
    expect(docs('fp-base-http_docs', { 'Content-Location': 'http://a.org/x' })).toBe(
      'http://a.org/d',
    );
    expect(docs('x', { 'content-location': ':' })).toBe('/d');
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
