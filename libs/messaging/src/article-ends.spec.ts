import { describe, expect, it } from '@jest/globals';
import { articleEnd, deadLetterEnds } from './article-ends.js';
import { PermanentError } from './errors.js';
import type { Message } from './message.js';
import { deadLetter, drop, ok } from './outcome.js';

const ends = deadLetterEnds('deduplicator', () => 0);
const lost = deadLetter('POISON', new Error('no JSON'));
const message = (value: string | null, key: string | null = 'a'): Message<unknown> => ({
  topic: 'incident-extracted',
  partition: 0,
  offset: 1n,
  key: key === null ? null : Buffer.from(key),
  value: value === null ? null : Buffer.from(value),
  headers: { traceparent: Buffer.from(`00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`) },
  timestamp: 0,
  payload: null,
});

describe('an article that a stage gives up', () => {
  it('is settled as dead-lettered, with code, reason and trace', () => {
    const [output] = ends(message('{"version":7,"url":"https://a.org/"}'), lost);
    expect(output).toEqual({
      topic: 'article-settled',
      key: 'a',
      value: {
        urlId: 'a',
        url: 'https://a.org/',
        version: 7,
        stage: 'deduplicator',
        end: 'dead-lettered',
        code: 'ERR_DEDUPLICATOR_POISON',
        reason: 'no JSON',
        at: '1970-01-01T00:00:00.000Z',
        traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`,
      },
    });
  });

  it('keeps the code of an error that has one', () => {
    const late = deadLetter('TIMEOUT', new PermanentError('ERR_EXTRACT_TIMEOUT', 'late'));
    expect(ends(message('{}'), late)[0]?.value).toMatchObject({ code: 'ERR_EXTRACT_TIMEOUT' });
  });

  it('has no version when its bytes tell none', () => {
    for (const value of [null, '{', '{"version":"x"}']) {
      expect(ends(message(value), lost)[0]?.value).toMatchObject({ version: null, url: null });
    }
  });
});

it('an article that goes on is not settled here', () => {
  expect(ends(message('{}'), ok())).toEqual([]);
  expect(ends(message('{}'), drop('OLD', 'an old version'))).toEqual([]);
});

it('a record without a key settles nothing', () => {
  const end = { end: 'rejected', code: 'ERR_ARTICLE_EMPTY', reason: 'no text' } as const;
  expect(articleEnd(message('{}', null), 'extractor', end, 0)).toEqual([]);
  expect(ends(message('{}', null), lost)).toEqual([]);
});
