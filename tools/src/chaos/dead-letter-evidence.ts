import { deadLetterTopicOf, topicNames, topics, type TopicContract } from '@tocsin/contracts';
import { deadLetterHeader, headerText, type Broker, type RawMessage } from '@tocsin/messaging';
import type { FoundDeadLetter, LogPlace } from './invariants/dead-letters.js';
import { readTopic } from './read-topic.js';

/** All dead letters of all groups, and the records that they name as far as these are retained. */
export async function readDeadLetters(
  broker: Broker,
): Promise<{ letters: FoundDeadLetter[]; origins: Map<LogPlace, string | null> }> {
  const letters: FoundDeadLetter[] = [];
  const named = new Set<string>();
  for (const topic of topicNames) {
    for (const group of (topics[topic] as TopicContract).consumers) {
      await readTopic(broker, deadLetterTopicOf(topic, group), (record) => {
        letters.push({ topic: record.topic, origin: originOf(record), value: hex(record) });
        named.add(headerText(record, deadLetterHeader.topic) ?? topic);
      });
    }
  }
  const wanted = new Set(letters.map(({ origin }) => origin));
  const origins = new Map<LogPlace, string | null>();
  for (const topic of named) {
    await readTopic(broker, topic, (record) => {
      const place = `${record.topic}/${record.partition}/${record.offset}`;
      if (wanted.has(place)) origins.set(place, hex(record));
    });
  }
  return { letters, origins };
}

const hex = ({ value }: RawMessage) => value?.toString('hex') ?? null;

const originOf = (record: RawMessage): LogPlace =>
  [deadLetterHeader.topic, deadLetterHeader.partition, deadLetterHeader.offset]
    .map((name) => headerText(record, name) ?? '?')
    .join('/');
