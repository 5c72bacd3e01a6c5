import { describe, expect, it } from '@jest/globals';
import type { PageType } from '@tocsin/contracts';
import { deadLetter, drop, ok, type Outcome, PermanentError, retry } from '@tocsin/messaging';
import { article, fetched, message } from '../testing/fetched.js';
import { countDocuments } from './count-documents.js';
import { extractionOutputs } from './outputs.js';

const settled = { topic: 'article-settled', key: 'a1', value: null };

function countOf(outcome: Outcome) {
  const counted: string[] = [];
  const settle = countDocuments(
    (each) => counted.push(each),
    () => [settled],
  );
  return { outputs: settle(message(fetched()), outcome), counted };
}

describe('every document that ends', () => {
  it.each<PageType>(['article', 'live-blog', 'video', 'paywall'])(
    'as an article counts once, by the kind of its page: %s',
    (pageType) => {
      const outputs = extractionOutputs(fetched(), 0, article({ pageType }), []);
      expect(countOf(ok(...outputs)).counted).toEqual([pageType]);
    },
  );

  it('without an article counts once, by the code', () => {
    expect(countOf(drop('ERR_ARTICLE_SECTION', 'A list.')).counted).toEqual([
      'ERR_ARTICLE_SECTION',
    ]);
  });

  it('as a permanent failure counts once, by the code of its error', () => {
    const late = new PermanentError('ERR_EXTRACT_TIMEOUT', 'Late.', 'TIMEOUT');
    expect(countOf(deadLetter('TIMEOUT', late)).counted).toEqual(['ERR_EXTRACT_TIMEOUT']);
    const poison = deadLetter('POISON', new SyntaxError('Unexpected token'));
    expect(countOf(poison).counted).toEqual(['ERR_EXTRACTOR_POISON']);
  });

  it('does not count while it is tried again', () => {
    expect(countOf(retry(new Error('busy'))).counted).toEqual([]);
  });

  it('is settled as it would be uncounted', () => {
    expect(countOf(drop('X', 'x')).outputs).toEqual([settled]);
  });
});
