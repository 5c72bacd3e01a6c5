import { describe, expect, it } from '@jest/globals';
import { deadLetter, ok } from '@tocsin/messaging';
import { messageOf } from '../testing/messages.js';
import { deadLetterEnds } from './dead-letter-ends.js';

const ends = deadLetterEnds(() => 0);
const lost = deadLetter('POISON', new Error('no JSON'));
const message = (value: string | null) => ({
  ...messageOf('a', { text: '' }),
  value: value === null ? null : Buffer.from(value),
});

describe('an article that the deduplicator gives up', () => {
  it('is settled as dead-lettered, with code, reason and trace', () => {
    const [output] = ends(message('{"version":7}'), lost);
    expect(output).toMatchObject({
      topic: 'article-settled',
      key: 'a',
      value: {
        urlId: 'a',
        version: 7,
        end: 'dead-lettered',
        code: 'ERR_DEDUPLICATOR_POISON',
        reason: 'no JSON',
        traceparent: expect.stringMatching(/^00-a{32}/),
      },
    });
  });

  it('has no version when its bytes tell none', () => {
    for (const value of [null, '{', '{"version":"x"}']) {
      expect(ends(message(value), lost)[0]?.value).toMatchObject({ version: null });
    }
  });
});

it('an article that goes on is not settled here', () => {
  expect(ends(message('{}'), ok())).toEqual([]);
  expect(ends({ ...message('{}'), key: null }, lost)).toEqual([]);
});
