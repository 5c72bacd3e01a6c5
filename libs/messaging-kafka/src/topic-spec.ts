import type { RetryDelay } from '@tocsin/messaging';
import { deadLetterTopic, retryTopic } from '@tocsin/messaging';

/** A topic as it must be on the broker. */
export interface TopicSpec {
  readonly topic: string;
  readonly partitions: number;
  readonly replicationFactor: number;
  /** Broker settings by Kafka's names, `retention.ms` for instance. */
  readonly config: Readonly<Record<string, string>>;
}

const DAY_MS = 86_400_000;
/** Kafka's default `max.message.bytes`. */
const DEFAULT_MAX_BYTES = 1_048_588;
/** Room for the headers that a retry or a dead letter adds to the largest record. */
const HEADER_ROOM = 65_536;

/** The retry and dead-letter topics that one group needs beside the topic it reads. */
export function groupTopics(
  source: TopicSpec,
  group: string,
  delays: readonly RetryDelay[],
): readonly TopicSpec[] {
  const maxBytes = Number(source.config['max.message.bytes'] ?? DEFAULT_MAX_BYTES) + HEADER_ROOM;
  const beside = (topic: string, days: number): TopicSpec => ({
    ...source,
    topic,
    config: {
      'cleanup.policy': 'delete',
      'retention.ms': String(days * DAY_MS),
      'max.message.bytes': String(maxBytes),
    },
  });
  return [
    ...delays.map((delay) => beside(retryTopic(source.topic, group, delay.name), 7)),
    beside(deadLetterTopic(source.topic, group), 30),
  ];
}
