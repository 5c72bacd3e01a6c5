import { describe, expect, it } from '@jest/globals';
import { retryTopicsOf, type ServiceName, topics, type TopicName } from '@tocsin/contracts';
import { defaultOptions, retryTopic } from '@tocsin/messaging';
import { serviceTopics } from './service-topics.js';

const names = (service: ServiceName) => serviceTopics(service, 1).map(({ topic }) => topic);

describe('the topics that a service needs', () => {
  it('are what it reads and writes, and its group’s retries and dead letters', () => {
    expect(names('deduplicator')).toEqual(
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
  });

  it('leave out other groups’ retries and what passes it by', () => {
    expect(names('deduplicator')).not.toContain('article-fetched');
    expect(names('store')).not.toContain('incident-extracted-deduplicator-dlq');
    expect(names('fetcher').filter((name) => name.includes('-retry-'))).toEqual([]);
  });

  it('carry the copies that the deployment asks for', () => {
    expect(serviceTopics('store', 3).every((spec) => spec.replicationFactor === 3)).toBe(true);
  });

  it('have the waits by which the chain retries unless told otherwise', () => {
    for (const { name, consumers } of Object.values(topics)) {
      for (const group of consumers) {
        const provided = retryTopicsOf(name as TopicName, group).map((retry) => retry.name);
        const used = defaultOptions.retry.delays.map((delay) =>
          retryTopic(name, group, delay.name),
        );
        expect(used).toEqual(provided);
      }
    }
  });
});
