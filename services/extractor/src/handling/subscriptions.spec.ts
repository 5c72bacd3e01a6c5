import { describe, expect, it } from '@jest/globals';
import { article, context, fetched, message } from '../testing/fetched.js';
import { extractorSubscriptions } from './subscriptions.js';

let now = 0;
const clock = {
  now: () => now,
  sleep: (ms: number) => {
    now += ms;
    return Promise.resolve();
  },
};
const extraction = {
  version: 'v',
  extract: ({ articleId }: { articleId: string }) =>
    Promise.resolve({ kind: 'extracted', article: article({ articleId }), mentions: [] } as const),
};
const blobs = { get: () => Promise.reject(new Error('unexpected')) };
const counted: string[] = [];
const count = (outcome: string): void => void counted.push(outcome);
const subscriptions = extractorSubscriptions(
  { deadlineMs: 2_000 },
  { extraction, blobs, clock, count },
);

describe('the extractor', () => {
  it('reads both lanes in its one group', () => {
    expect(subscriptions.map(({ topic, group }) => [topic, group])).toEqual([
      ['article-fetched', 'extractor'],
      ['article-fetched-backfill', 'extractor'],
    ]);
  });

  it.each(subscriptions)('gives $topic time for the worst batch', ({ options }) => {
    const { maxRecords = 0, deadlineMs = 0 } = options ?? {};
    expect(maxRecords).toBeGreaterThan(0);
    expect(deadlineMs).toBeGreaterThanOrEqual(maxRecords * 20_000);
  });

  it.each(subscriptions)('answers a batch of $topic in order', async ({ handler }) => {
    const batch = ['a1', 'a2', 'a3'].map((articleId) => message(fetched({ articleId })));
    const outcomes = await handler(batch, context());
    const keys = outcomes.map((outcome) =>
      outcome.kind === 'ok' ? outcome.outputs[0]?.key : null,
    );
    expect(keys).toEqual(['a1', 'a2', 'a3']);
  });

  it.each(subscriptions)('counts what ends on $topic', async ({ handler, onSettled }) => {
    const each = message(fetched());
    const [outcome] = await handler([each], context());
    counted.length = 0;
    expect(outcome && onSettled?.(each, outcome)).toEqual([]);
    expect(counted).toEqual(['article']);
  });
});
