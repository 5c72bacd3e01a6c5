import { describe, expect, it } from '@jest/globals';
import { topics } from './index.js';
import { provisioningOf } from './provisioning.js';

const specs = provisioningOf(Object.values(topics), '');
const config = (name: string) => specs.find((spec) => spec.name === name)?.config;
const DAY_MS = 86_400_000;

describe('what the broker is told', () => {
  it('names every topic once', () => {
    expect(new Set(specs.map(({ name }) => name)).size).toBe(specs.length);
  });

  it.each([
    ['article-fetched', 7],
    ['article-fetched-backfill', 7],
    ['article-extracted', 7],
    ['incident-extracted', 7],
    ['article-deduplicated', 7],
    ['article-settled', 30],
    ['incident-revised', 90],
    ['article-fetched-extractor-retry-10s', 7],
    ['article-fetched-extractor-dlq', 30],
  ])('keeps %s for %p days', (name, days) => {
    expect(config(name)).toMatchObject({
      'cleanup.policy': 'delete',
      'retention.ms': String(days * DAY_MS),
    });
  });

  it('keeps the public product compacted, with erasure within a day', () => {
    expect(config('incident-updated')).toMatchObject({
      'cleanup.policy': 'compact',
      'max.compaction.lag.ms': String(DAY_MS),
      'delete.retention.ms': String(30 * DAY_MS),
    });
  });

  it('keeps commands of analysts for ever, in one order', () => {
    expect(config('incident-curated')?.['retention.ms']).toBe('-1');
    expect(specs.find(({ name }) => name === 'incident-curated')?.partitions).toBe(1);
  });

  it('leaves room for the largest value and its headers in every topic', () => {
    const largest = Math.max(...Object.values(topics).map(({ maxValueBytes }) => maxValueBytes));
    for (const spec of specs) {
      expect(Number(spec.config['max.message.bytes'])).toBeGreaterThan(largest + 65_536);
    }
  });
});
