import { describe, expect, it } from '@jest/globals';
import { deadLetter, drop, ok, PermanentError, retry } from '@tocsin/messaging';
import { fetched, message } from '../testing/fetched.js';
import { settleArticle } from './settle-article.js';

const at = Date.UTC(2026, 0, 3);
const settle = settleArticle(() => at);

describe('how a URL ends at this stage', () => {
  it('is rejected, with the code and the trace', () => {
    expect(settle(message(fetched()), drop('ERR_ARTICLE_EMPTY', 'Nothing.'))).toEqual([
      {
        topic: 'article-settled',
        key: 'a1',
        value: {
          urlId: 'a1',
          url: 'https://example.org/a1',
          version: Date.UTC(2026, 0, 2),
          stage: 'extractor',
          end: 'rejected',
          code: 'ERR_ARTICLE_EMPTY',
          reason: 'Nothing.',
          at: '2026-01-03T00:00:00.000Z',
          traceparent: '00-trace-span-01',
        },
      },
    ]);
  });

  it('is dead-lettered, with the code of the error', () => {
    const error = new PermanentError('ERR_EXTRACT_TIMEOUT', 'Late.', 'TIMEOUT');
    expect(settle(message(fetched()), deadLetter('TIMEOUT', error))).toMatchObject([
      { value: { end: 'dead-lettered', code: 'ERR_EXTRACT_TIMEOUT', reason: 'Late.' } },
    ]);
  });

  it('is told even of a record that could not be decoded, by its class', () => {
    const outcome = deadLetter('POISON', new SyntaxError('Unexpected token'));
    expect(settle(message(null), outcome)).toMatchObject([
      { key: 'a1', value: { url: null, version: null, code: 'ERR_EXTRACTOR_POISON' } },
    ]);
  });

  it('is not yet known while it goes on or is tried again', () => {
    expect(settle(message(fetched()), ok())).toEqual([]);
    expect(settle(message(fetched()), retry(new Error('busy')))).toEqual([]);
  });

  it('is nobody’s without a key', () => {
    expect(settle(message(null, null), drop('X', 'x'))).toEqual([]);
  });
});
