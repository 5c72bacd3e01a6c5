import { describe, expect, it } from '@jest/globals';
import { apiFilter, EVERY_LETTER, letterUrl, lettersUrl, readable } from './letter-filter.js';

describe('a filter of dead letters', () => {
  it('asks for all where it says nothing', () => {
    expect(apiFilter(EVERY_LETTER)).toEqual({});
    expect(lettersUrl(EVERY_LETTER, null)).toBe('/v1/dead-letters?limit=50');
  });

  it('says which by reading, class and code', () => {
    const filter = { reading: 'article-fetched/extractor', class: 'POISON', code: ' ERR_X ' };
    expect(apiFilter(filter)).toEqual({
      topic: 'article-fetched',
      group: 'extractor',
      class: 'POISON',
      code: 'ERR_X',
    });
    expect(lettersUrl(filter, 'a/b/0/1')).toContain('cursor=a%2Fb%2F0%2F1');
  });
});

it('the address of a letter is its id, whatever stands in it', () => {
  expect(letterUrl('article-fetched/extractor/0/12')).toBe(
    '/v1/dead-letters/article-fetched/extractor/0/12',
  );
  expect(letterUrl('a/b c/0/?x')).toBe('/v1/dead-letters/a/b%20c/0/%3Fx');
});

describe('a payload', () => {
  it('is laid out where it is JSON, and shown as it is where not', () => {
    expect(readable('{"a":[1]}')).toBe('{\n  "a": [\n    1\n  ]\n}');
    expect(readable('{"a":')).toBe('{"a":');
  });

  it('may be no text, or nothing', () => {
    expect(readable({ base64: '/wA=' })).toContain('/wA=');
    expect(readable(null)).toContain('tombstone');
  });
});
