import type { Message, OutgoingRecord } from '@tocsin/messaging';
import type { KafkaMessage, Message as KafkaOutgoing, TopicMessages } from 'kafkajs';

/** One record as the chain takes it, ready for its payload; no copy of any buffer. */
export const toRecord = (
  topic: string,
  partition: number,
  { offset, key, value, headers, timestamp }: KafkaMessage,
): Message<unknown> => ({
  topic,
  partition,
  offset: BigInt(offset),
  key,
  value,
  headers: (headers ?? {}) as Message<unknown>['headers'],
  timestamp: Number(timestamp),
  payload: undefined,
});

/**
 * Consecutive stretches of at most `maxBytes`, grouped by topic: kafkajs makes one record batch of
 * all that one call gives a partition, and the broker refuses a batch by its whole size.
 */
export function toRequests(
  records: readonly OutgoingRecord[],
  maxBytes: number,
): readonly (readonly TopicMessages[])[] {
  const requests: Map<string, KafkaOutgoing[]>[] = [];
  let size = Infinity;
  for (const record of records) {
    const bytes = sizeOf(record);
    if (size + bytes > maxBytes) {
      requests.push(new Map());
      size = 0;
    }
    size += bytes;
    const byTopic = requests.at(-1) as Map<string, KafkaOutgoing[]>;
    const messages = byTopic.get(record.topic) ?? [];
    byTopic.set(record.topic, messages);
    messages.push(toKafka(record));
  }
  return requests.map((byTopic) => [...byTopic].map(([topic, messages]) => ({ topic, messages })));
}

function toKafka({ key, value, headers, partition }: OutgoingRecord): KafkaOutgoing {
  const message: KafkaOutgoing = { key, value, headers: headers as KafkaOutgoing['headers'] };
  if (partition !== undefined) message.partition = partition;
  return message;
}

function sizeOf({ key, value, headers }: OutgoingRecord): number {
  let size = (key?.length ?? 0) + (value?.length ?? 0);
  for (const header of Object.values(headers)) size += header.length;
  return size;
}
