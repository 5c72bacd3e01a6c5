import { describe, expect, it } from '@jest/globals';
import type { Mention } from '@tocsin/contracts';
import { textArticle } from '../../eval/sets/text-article.js';
import { isPublishable, readFloor } from './readers.js';

describe('the floor', () => {
  it('makes words of the whole text', () => {
    const text = 'One man came. Two went.';
    const article = textArticle({ id: 'a', title: 'It is so', text, publishedAt: null });
    expect(readFloor(article)).toBe(10);
  });
});

describe('a mention that may be published', () => {
  const mention = { kind: 'incident', realis: 'actual', background: false } as Mention;

  it('happened or was attempted, and is news', () => {
    expect(isPublishable(mention)).toBe(true);
    expect(isPublishable({ ...mention, realis: 'attempted' })).toBe(true);
  });

  it.each<Partial<Mention>>([{ realis: 'planned' }, { background: true }, { kind: 'aggregate' }])(
    'is not %j',
    (not) => {
      expect(isPublishable({ ...mention, ...not })).toBe(false);
    },
  );
});
