import { provisioning, retryTopicsOf, topics, type TopicName } from '@tocsin/contracts';
import type { RetryDelay } from '@tocsin/messaging';
import type { TopicSpec } from '@tocsin/messaging-kafka';

export const SERVICE = 'deduplicator';

/** What the service reads, in one consumer group of its own name. */
export const CONSUMED = ['incident-extracted', 'incident-curated'] as const;

/** What it writes, by the outbox; the dead letters' ends directly. */
const PRODUCED = [
  'article-deduplicated',
  'incident-revised',
  'incident-updated',
  'article-settled',
] as const;

/** The waits of a topic's retries, as its contract says. */
export function retryDelaysOf(topic: TopicName): RetryDelay[] {
  return retryTopicsOf(topic, SERVICE).map(({ name, delayMs }) => ({
    name: name.slice(name.lastIndexOf('-') + 1),
    ms: delayMs,
  }));
}

/** Every topic that must be there before the service works. */
export function requiredTopics(replicationFactor: number): TopicSpec[] {
  const wanted = new Set<string>([...CONSUMED, ...PRODUCED]);
  const own = CONSUMED.map((topic) => `${topics[topic].name}-${SERVICE}-`);
  return provisioning()
    .filter(({ name }) => wanted.has(name) || own.some((prefix) => name.startsWith(prefix)))
    .map(({ name, partitions, config }) => ({
      topic: name,
      partitions,
      replicationFactor,
      config,
    }));
}
