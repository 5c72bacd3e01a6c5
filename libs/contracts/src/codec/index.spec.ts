import { describe, expect, it } from '@jest/globals';
import { type PayloadOf, currentVersion, decode, encode, topicNames } from '../index.js';

const settled: PayloadOf<'article-settled'> = {
  urlId: 'u1',
  url: null,
  version: null,
  stage: 'fetcher',
  end: 'rejected',
  code: 'ERR_FETCH_ROBOTS',
  reason: 'robots.txt disallows this path',
  at: '2022-01-06T18:00:00Z',
  traceparent: null,
};

describe('a value of a topic', () => {
  it('comes back as it went', () => {
    const version = String(currentVersion('article-settled'));
    expect(decode('article-settled', version, encode('article-settled', settled))).toEqual(settled);
  });

  it('is refused when its types were cheated', () => {
    const cheated = { ...settled, end: 'lost' } as unknown as PayloadOf<'article-settled'>;
    expect(() => encode('article-settled', cheated)).toThrow(
      /article-settled v1: \/end breaks enum/,
    );
  });

  it('has a version in every topic', () => {
    expect(topicNames.map(currentVersion).every((version) => version >= 1)).toBe(true);
  });
});
