import { describe, expect, it } from '@jest/globals';
import type { TopicContract } from './contract.js';
import { isTopicName, topicNames, topics } from './index.js';

const contracts: ReadonlyArray<readonly [string, TopicContract]> = Object.entries(topics);

describe('the topology', () => {
  it.each(contracts)('calls %s by the name in its contract', (name, contract) => {
    expect(contract.name).toBe(name);
    expect(name).toMatch(/^[a-z]+(-[a-z]+)+$/);
  });

  it.each(contracts)('numbers the versions of %s without gaps and lifts each', (_, contract) => {
    contract.versions.forEach(({ version, upcast }, index) => {
      expect(version).toBe(index + 1);
      expect(upcast === undefined).toBe(index === 0);
    });
  });

  it.each(contracts)('puts the retries of %s in growing order', (_, { retryDelaysMs }) => {
    expect([...retryDelaysMs].sort((a, b) => a - b)).toEqual([...retryDelaysMs]);
  });

  it('binds each consumer to what it reads', () => {
    const read = (service: string) =>
      contracts.filter(([, c]) => c.consumers.includes(service as never)).map(([name]) => name);
    expect(read('extractor')).toEqual(['article-fetched', 'article-fetched-backfill']);
    expect(read('deduplicator')).toEqual(['incident-extracted', 'incident-curated']);
    expect(read('store')).toEqual([
      'article-extracted',
      'article-deduplicated',
      'article-settled',
      'incident-revised',
    ]);
  });

  it('limits the public product to 64 KiB', () => {
    expect(topics['incident-updated'].maxValueBytes).toBe(65_536);
  });

  it('knows its names from others', () => {
    expect(topicNames.every(isTopicName)).toBe(true);
    expect(['toString', '__proto__', ''].some(isTopicName)).toBe(false);
  });
});
