import { describe, expect, it } from '@jest/globals';

import { groupTopics } from './topic-spec.js';

const source = {
  topic: 'article-fetched',
  partitions: 6,
  replicationFactor: 1,
  config: { 'cleanup.policy': 'compact', 'max.message.bytes': '2000000' },
};
const delays = [
  { name: '10s', ms: 10_000 },
  { name: '2m', ms: 120_000 },
];

describe('the topics of a group beside its source', () => {
  const topics = groupTopics(source, 'extractor', delays);

  it('are one for each delay, and the dead letters', () => {
    expect(topics.map(({ topic }) => topic)).toEqual([
      'article-fetched-extractor-retry-10s',
      'article-fetched-extractor-retry-2m',
      'article-fetched-extractor-dlq',
    ]);
  });

  it('have as many partitions as their source, so that a retry scales as the first try does', () => {
    expect(topics.map(({ partitions }) => partitions)).toEqual([6, 6, 6]);
  });

  it('are kept 7 and 30 days and never compacted, whatever the source is', () => {
    const week = String(7 * 86_400_000);
    expect(topics.map(({ config }) => config['retention.ms'])).toEqual([
      week,
      week,
      String(30 * 86_400_000),
    ]);
    expect(topics.every(({ config }) => config['cleanup.policy'] === 'delete')).toBe(true);
  });

  it('take the largest record of the source with the headers that failing adds', () => {
    expect(topics[0]?.config['max.message.bytes']).toBe('2065536');
    const [plain] = groupTopics({ ...source, config: {} }, 'g', delays);
    expect(plain?.config['max.message.bytes']).toBe(String(1_048_588 + 65_536));
  });
});
