import { describe, expect, it } from '@jest/globals';
import { deadLetterTopicOf, provisioning, retryTopicsOf, withPrefix } from './naming.js';

describe('names without a prefix', () => {
  it('put retries on a ladder of delays', () => {
    expect(retryTopicsOf('article-fetched', 'extractor')).toEqual([
      { name: 'article-fetched-extractor-retry-10s', delayMs: 10_000 },
      { name: 'article-fetched-extractor-retry-1m', delayMs: 60_000 },
      { name: 'article-fetched-extractor-retry-10m', delayMs: 600_000 },
    ]);
  });

  it('give each group its own dead letters', () => {
    expect(deadLetterTopicOf('article-settled', 'store')).toBe('article-settled-store-dlq');
  });
});

describe('names of one deployment', () => {
  const naming = withPrefix('t1.');

  it('all begin with its prefix', () => {
    expect(naming.physical('incident-updated')).toBe('t1.incident-updated');
    expect(naming.groupId('store')).toBe('t1.store');
    expect(naming.provisioning().every(({ name }) => name.startsWith('t1.'))).toBe(true);
    expect(naming.provisioning()).toHaveLength(provisioning().length);
  });

  it('lead back to the contract, group and delay', () => {
    expect(naming.originOf('t1.article-fetched')).toEqual({
      topic: 'article-fetched',
      kind: 'source',
    });
    expect(naming.originOf('t1.article-fetched-backfill-extractor-retry-1m')).toEqual({
      topic: 'article-fetched-backfill',
      kind: 'retry',
      group: 'extractor',
      delayMs: 60_000,
    });
    expect(naming.originOf('t1.article-settled-my-group-dlq')).toEqual({
      topic: 'article-settled',
      kind: 'dead-letter',
      group: 'my-group',
    });
  });

  it('lead back from every topic that is provisioned', () => {
    for (const { name } of naming.provisioning()) expect(naming.originOf(name)).toBeDefined();
  });

  it.each([
    't2.article-fetched',
    't1.weather',
    't1.article-fetched-',
    't1.article-fetched-x-retry-9y',
  ])('do not claim %s', (name) => {
    expect(naming.originOf(name)).toBeUndefined();
  });
});
