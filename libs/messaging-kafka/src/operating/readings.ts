import { topicNames, topics, type TopicName, type TopicNaming } from '@tocsin/contracts';
import type { RetryDelay } from '@tocsin/messaging';

/** A consumer group's reading of one topic, by logical and physical names. */
export interface GroupTopic {
  readonly topic: TopicName;
  readonly group: string;
  readonly physicalTopic: string;
  /** What the broker calls the group. */
  readonly groupId: string;
  readonly deadLetterTopic: string;
  /** Shortest first. */
  readonly retryTopics: readonly string[];
  /** Where redriven records wait first; null where a topic is never retried. */
  readonly firstRetry: RetryDelay | null;
}

/** Every group with every topic that it reads, in the order in which data flows. */
export function readingsOf(naming: TopicNaming): GroupTopic[] {
  return topicNames.flatMap((topic) =>
    topics[topic].consumers.map((group: string) => {
      const retries = naming.retryTopicsOf(topic, group);
      const [first] = retries;
      return {
        topic,
        group,
        physicalTopic: naming.physical(topic),
        groupId: naming.groupId(group),
        deadLetterTopic: naming.deadLetterTopicOf(topic, group),
        retryTopics: retries.map(({ name }) => name),
        firstRetry: first
          ? { name: first.name.slice(first.name.lastIndexOf('-') + 1), ms: first.delayMs }
          : null,
      };
    }),
  );
}
