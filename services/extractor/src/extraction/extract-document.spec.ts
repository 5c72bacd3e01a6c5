import { describe, expect, it } from '@jest/globals';
import type { ArticleExtractor } from '@tocsin/article-extraction';
import type { Article } from '@tocsin/contracts';
import { article } from '../testing/fetched.js';
import { documentExtractor, joinedVersion } from './extract-document.js';

const input = { articleId: 'a1', version: 1, url: 'https://example.org/a1', text: 'x' };
const articles: ArticleExtractor = {
  version: 'article-1',
  extract: () => ({ kind: 'article', article: article() }),
};

describe('both extractions of a document', () => {
  it('hand the mentions’ extractor the article with the joined version', () => {
    const seen: Article[] = [];
    const mentions = {
      version: 'incident-2',
      extract: (each: Article) => {
        seen.push(each);
        return [];
      },
    };
    const result = documentExtractor(articles, mentions)(input);
    expect(seen[0]?.extractorVersion).toBe('article-1+incident-2');
    expect(result).toEqual({ kind: 'extracted', article: seen[0], mentions: [] });
  });

  it('look for no mentions in what is no article', () => {
    const rejection = { kind: 'rejected', code: 'ERR_ARTICLE_EMPTY', reason: 'Nothing.' } as const;
    const extract = documentExtractor(
      { version: '1', extract: () => rejection },
      { version: '2', extract: () => Promise.reject(new Error('unexpected')) as never },
    );
    expect(extract(input)).toEqual(rejection);
  });

  it('join both versions, so that a change of either changes the ids', () => {
    expect(joinedVersion({ version: 'a' }, { version: 'b' })).toBe('a+b');
  });
});
