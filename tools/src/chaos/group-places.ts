import { retryTopicsOf, type TopicContract, topicNames, topics } from '@tocsin/contracts';

/** One topic that one group reads. */
export interface GroupTopic {
  readonly group: string;
  readonly topic: string;
}

/** Every topic with each group that reads it, by the contracts. */
export function mainTopics(): GroupTopic[] {
  return Object.values<TopicContract>(topics).flatMap(({ name, consumers }) =>
    consumers.map((group) => ({ group, topic: name })),
  );
}

/** Every group's retry topics. */
export function retryPlaces(): GroupTopic[] {
  return topicNames.flatMap((topic) =>
    topics[topic].consumers.flatMap((group) =>
      retryTopicsOf(topic, group).map(({ name }) => ({ group, topic: name })),
    ),
  );
}
