import { describe, expect, it } from '@jest/globals';
import { encode } from '@tocsin/contracts';
import { messageOf } from '../testing/messages.js';
import { refuseVersion, type Refused } from './refuse-version.js';

const message = { ...messageOf('a', { text: '', version: 7 }), timestamp: 86_400_000 };
const outputsOf = (refused: Refused) => {
  const outcome = refuseVersion(message, refused);
  return outcome.kind === 'drop' ? outcome.outputs : undefined;
};

describe('a version that its article goes past', () => {
  it.each([
    ['unchanged', 'ERR_DEDUPLICATOR_UNCHANGED'],
    ['stale', 'ERR_DEDUPLICATOR_STALE_VERSION'],
    ['erased', 'ERR_DEDUPLICATOR_ERASED'],
  ] as const)('comes to its end when it is %s', (refused, code) => {
    expect(refuseVersion(message, refused)).toMatchObject({ kind: 'drop', code });
    expect(outputsOf(refused)).toMatchObject([
      {
        topic: 'article-settled',
        key: 'a',
        value: {
          urlId: 'a',
          version: 7,
          stage: 'deduplicator',
          end: 'rejected',
          code,
          at: '1970-01-02T00:00:00.000Z',
          traceparent: expect.stringMatching(/^00-a{32}/),
        },
      },
    ]);
  });

  it('ends as the contract has it', () => {
    const value = outputsOf('stale')?.[0]?.value;
    expect(() => encode('article-settled', value as never)).not.toThrow();
  });

  it('ends where the first one goes when it is the same record again', () => {
    expect(refuseVersion(message, 'repeated')).toMatchObject({
      code: 'ERR_DEDUPLICATOR_REPEATED_VERSION',
      outputs: [],
    });
  });
});
