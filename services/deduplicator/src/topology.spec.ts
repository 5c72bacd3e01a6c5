import { describe, expect, it } from '@jest/globals';
import { CONSUMED, requiredTopics, retryDelaysOf } from './topology.js';

describe('the topics of the deduplicator', () => {
  it('are what it reads and writes, and its group’s retries and dead letters', () => {
    const names = requiredTopics(1).map(({ topic }) => topic);
    expect(names).toEqual(
      expect.arrayContaining([
        'incident-extracted',
        'incident-curated',
        'article-deduplicated',
        'incident-revised',
        'incident-updated',
        'article-settled',
        'incident-extracted-deduplicator-dlq',
      ]),
    );
    expect(names).not.toContain('article-fetched');
  });

  it('name the same retry topics as the waits do', () => {
    const names = new Set(requiredTopics(3).map(({ topic }) => topic));
    for (const topic of CONSUMED) {
      for (const { name, ms } of retryDelaysOf(topic)) {
        expect(names).toContain(`${topic}-deduplicator-retry-${name}`);
        expect(ms).toBeGreaterThan(0);
      }
    }
  });
});
