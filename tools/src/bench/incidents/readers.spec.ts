import { describe, expect, it } from '@jest/globals';
import { textArticle } from '../../eval/sets/text-article.js';
import { readFloor } from './readers.js';

describe('the floor', () => {
  it('makes words of the whole text', () => {
    const text = 'One man came. Two went.';
    const article = textArticle({ id: 'a', title: 'It is so', text, publishedAt: null });
    expect(readFloor(article)).toBe(10);
  });
});
