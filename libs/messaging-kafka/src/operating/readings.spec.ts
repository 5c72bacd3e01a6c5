import { describe, expect, it } from '@jest/globals';
import { withPrefix } from '@tocsin/contracts';
import { readingsOf } from './readings.js';

describe('what the groups read', () => {
  const all = readingsOf(withPrefix('x.'));

  it('is every topic that the contracts give a consumer', () => {
    const named = all.map(({ topic, group }) => `${topic}/${group}`);
    expect(named).toContain('article-fetched/extractor');
    expect(named).toContain('incident-extracted/deduplicator');
    expect(named).toContain('article-settled/store');
    expect(named.some((name) => name.startsWith('incident-updated'))).toBe(false);
  });

  it('has the names of this deployment', () => {
    expect(all.find(({ topic }) => topic === 'article-fetched')).toMatchObject({
      physicalTopic: 'x.article-fetched',
      groupId: 'x.extractor',
      deadLetterTopic: 'x.article-fetched-extractor-dlq',
    });
  });

  it('is asked for by names that the broker was given', () => {
    const provisioned = new Set(
      withPrefix('x.')
        .provisioning()
        .map(({ name }) => name),
    );
    for (const { physicalTopic, deadLetterTopic, retryTopics } of all)
      for (const name of [physicalTopic, deadLetterTopic, ...retryTopics])
        expect(provisioned).toContain(name);
  });

  it('goes back by the shortest delay', () => {
    for (const { firstRetry, retryTopics } of all)
      if (firstRetry) expect(retryTopics[0]?.endsWith(`-retry-${firstRetry.name}`)).toBe(true);
  });
});
