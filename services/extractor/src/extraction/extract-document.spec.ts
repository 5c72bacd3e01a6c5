import { describe, expect, it } from '@jest/globals';
import type { ArticleExtractor } from '@tocsin/article-extraction';
import type { Article } from '@tocsin/contracts';
import { article } from '../testing/fetched.js';
import { documentExtractor, joinedVersion } from './extract-document.js';

const document = {
  articleId: 'a1',
  version: 1,
  url: 'https://example.org/a1',
  body: { encoding: 'identity', content: Buffer.from('x') },
} as const;
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
    const result = documentExtractor(articles, mentions)(document);
    expect(seen[0]?.extractorVersion).toBe('article-1+incident-2');
    expect(result).toEqual({ kind: 'extracted', article: seen[0], mentions: [] });
  });

  it('read nothing of a body that can’t be opened', () => {
    const never = () => Promise.reject(new Error('unexpected')) as never;
    const extract = documentExtractor(
      { version: '1', extract: never },
      { version: '2', extract: never },
    );
    const body = { encoding: 'gzip', content: 'AAAA' } as const;
    expect(extract({ ...document, body })).toMatchObject({ kind: 'unreadable', class: 'POISON' });
  });

  it('look for no mentions in what is no article', () => {
    const rejection = { kind: 'rejected', code: 'ERR_ARTICLE_EMPTY', reason: 'Nothing.' } as const;
    const extract = documentExtractor(
      { version: '1', extract: () => rejection },
      { version: '2', extract: () => Promise.reject(new Error('unexpected')) as never },
    );
    expect(extract(document)).toEqual(rejection);
  });

  it('join both versions, so that a change of either changes the ids', () => {
    expect(joinedVersion({ version: 'a' }, { version: 'b' })).toBe('a+b');
  });
});
