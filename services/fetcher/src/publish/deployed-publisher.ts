import { isTopicName, type TopicNaming } from '@tocsin/contracts';
import type { Publisher } from '@tocsin/messaging';

/** Binds the logical topics that the fetcher names to one deployment's physical ones. */
export const deployedPublisher = (publisher: Publisher, naming: TopicNaming): Publisher => ({
  publish: (records) =>
    publisher.publish(
      records.map((record) =>
        isTopicName(record.topic) ? { ...record, topic: naming.physical(record.topic) } : record,
      ),
    ),
});
