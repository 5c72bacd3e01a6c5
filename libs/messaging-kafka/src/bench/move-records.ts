import kafkajs from 'kafkajs';

/** A record as kafkajs has it, for writing it again. */
export interface BareRecord {
  readonly topic: string;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: kafkajs.IHeaders;
}

/** Records, and bytes of a request, at most: the broker refuses requests above a mebibyte. */
const BATCH = 500;
const BATCH_BYTES = 512 * 1024;

const clientOf = (brokers: readonly string[]) =>
  new kafkajs.Kafka({ brokers: [...brokers], logLevel: kafkajs.logLevel.NOTHING });

/** Reads the first records of a topic, as many as said or as there are. */
export async function readRecords(
  brokers: readonly string[],
  topic: string,
  group: string,
  count: number,
): Promise<BareRecord[]> {
  const records: BareRecord[] = [];
  await consumed(brokers, topic, group, count, (messages) => {
    for (const { key, value, headers = {} } of messages) {
      records.push({ topic, key, value, headers });
    }
  });
  return records;
}

/** Reads so many records of a topic and does nothing with them. */
export async function consumeRecords(
  brokers: readonly string[],
  topic: string,
  group: string,
  count: number,
): Promise<void> {
  await consumed(brokers, topic, group, count, () => undefined);
}

/** Writes records batch by batch, each acknowledged by all replicas before the next. */
export async function produceRecords(
  brokers: readonly string[],
  records: readonly BareRecord[],
): Promise<void> {
  const producer = clientOf(brokers).producer({
    createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
  });
  await producer.connect();
  for (const batch of batchesOf(records)) {
    const byTopic = Map.groupBy(batch, ({ topic }) => topic);
    const topicMessages = [...byTopic].map(([topic, messages]) => ({
      topic,
      messages: messages.map(({ key, value, headers }) => ({ key, value, headers })),
    }));
    await producer.sendBatch({ acks: -1, topicMessages });
  }
  await producer.disconnect();
}

function* batchesOf(records: readonly BareRecord[]): Generator<BareRecord[]> {
  let batch: BareRecord[] = [];
  let bytes = 0;
  for (const record of records) {
    const size = record.value?.length ?? 0;
    if (batch.length === BATCH || (batch.length > 0 && bytes + size > BATCH_BYTES)) {
      yield batch;
      [batch, bytes] = [[], 0];
    }
    batch.push(record);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

async function consumed(
  brokers: readonly string[],
  topic: string,
  group: string,
  count: number,
  onMessages: (messages: readonly kafkajs.KafkaMessage[]) => void,
): Promise<void> {
  if (count === 0) return;
  const consumer = clientOf(brokers).consumer({ groupId: group, maxWaitTimeInMs: 200 });
  const { promise: all, resolve } = Promise.withResolvers<void>();
  let left = count;
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachBatch: async ({ batch, commitOffsetsIfNecessary }) => {
      onMessages(batch.messages.slice(0, Math.max(0, left)));
      left -= batch.messages.length;
      const offset = String(BigInt(batch.lastOffset()) + 1n);
      await commitOffsetsIfNecessary({
        topics: [{ topic, partitions: [{ partition: batch.partition, offset }] }],
      });
      if (left <= 0) resolve();
    },
  });
  await all;
  await consumer.disconnect();
}
