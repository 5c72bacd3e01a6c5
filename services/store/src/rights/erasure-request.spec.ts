import { expect, it } from '@jest/globals';
import { parseErased, parseErasure } from './erasure-request.js';

it('names an article or a source, and a reason', () => {
  expect(parseErased({ article: 'a1' })).toEqual({ article: 'a1' });
  expect(parseErasure({ source: 'News.Example', reason: 'asked to' })).toEqual({
    erased: { source: 'news.example' },
    reason: 'asked to',
  });
});

it.each([
  {},
  { article: 'a1', source: 'news.example' },
  { article: 'a/b' },
  { source: '*' },
  { source: 'example' },
  { source: 'news.example/a' },
  { article: 'a1', all: true },
])('is not taken for one: %j', (body) => {
  expect(() => parseErased(body)).toThrow(expect.objectContaining({ status: 400 }));
});

it('is not done without a reason', () => {
  expect(() => parseErasure({ article: 'a1' })).toThrow(expect.objectContaining({ status: 400 }));
});
