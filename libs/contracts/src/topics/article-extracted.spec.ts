import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type ArticleExtracted, decode, encode } from '../index.js';
import { EXAMPLES } from '../tooling/paths.js';

const article = JSON.parse(
  readFileSync(new URL('article-extracted/almaty.json', EXAMPLES), 'utf8'),
) as ArticleExtracted;

describe('an extracted article', () => {
  it('of the time before page types is read as an article', () => {
    const { pageType: _new, ...old } = article;
    const bytes = Buffer.from(JSON.stringify(old));
    expect(decode('article-extracted', '1', bytes)).toEqual({ ...old, pageType: 'article' });
  });

  it.each(['article', 'live-blog', 'video', 'paywall'] as const)('may be of a %s', (pageType) => {
    const bytes = encode('article-extracted', { ...article, pageType });
    expect(decode('article-extracted', '2', bytes).pageType).toBe(pageType);
  });

  it('is never of a page that is refused', () => {
    const cheated = { ...article, pageType: 'section' } as unknown as ArticleExtracted;
    expect(() => encode('article-extracted', cheated)).toThrow(/\/pageType breaks enum/);
  });
});
