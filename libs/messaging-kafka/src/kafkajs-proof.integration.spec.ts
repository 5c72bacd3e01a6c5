import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import kafkajs from 'kafkajs';
import type { Admin, Consumer, KafkaMessage, Producer } from 'kafkajs';

const brokers = (process.env['KAFKA_BROKERS'] ?? '127.0.0.1:9092').split(',');
const kafka = new kafkajs.Kafka({ brokers, logLevel: kafkajs.logLevel.NOTHING });
const unique = (name: string) => `proof-${name}-${randomUUID()}`;

async function until(condition: () => boolean | Promise<boolean>, ms = 30_000): Promise<void> {
  const deadline = Date.now() + ms;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('the awaited condition did not come about');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** What everything else in this library rests on: the client, this Node and this broker get along. */
describe('kafkajs 2.2.4 against the broker of this stack', () => {
  const topic = unique('topic');
  let admin: Admin;
  let producer: Producer;
  const consumers: Consumer[] = [];

  beforeAll(async () => {
    admin = kafka.admin();
    producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
    await Promise.all([admin.connect(), producer.connect()]);
    await admin.createTopics({
      topics: [{ topic, numPartitions: 2, configEntries: [{ name: 'retention.ms', value: '-1' }] }],
      waitForLeaders: true,
    });
  }, 30_000);

  afterAll(async () => {
    await Promise.all(consumers.map((consumer) => consumer.disconnect()));
    await admin.deleteTopics({ topics: [topic] });
    await Promise.all([admin.disconnect(), producer.disconnect()]);
  }, 30_000);

  it('creates, describes and lists topics', async () => {
    const metadata = await admin.fetchTopicMetadata({ topics: [topic] });
    expect(metadata.topics[0]?.partitions).toHaveLength(2);
    const configs = await admin.describeConfigs({
      includeSynonyms: false,
      resources: [{ type: kafkajs.ConfigResourceTypes.TOPIC, name: topic }],
    });
    const entries = configs.resources[0]?.configEntries ?? [];
    expect(entries.find((entry) => entry.configName === 'retention.ms')?.configValue).toBe('-1');
  });

  it('carries binary values, null values and headers untouched, in idempotent gzip batches', async () => {
    const binary = Buffer.from([0, 255, 254, 10, 0, 128]);
    const records = Array.from({ length: 200 }, (_, i) => ({
      partition: 0,
      key: `k${i}`,
      value: i === 7 ? null : i === 8 ? binary : Buffer.from(`v${i}`),
      headers: { one: 'é', bytes: binary, many: ['a', 'b'] },
    }));
    const acks = await producer.send({
      topic,
      acks: -1,
      compression: kafkajs.CompressionTypes.GZIP,
      messages: records,
    });
    expect(acks[0]?.errorCode).toBe(0);

    const seen: KafkaMessage[] = [];
    const consumer = kafka.consumer({ groupId: unique('group') });
    consumers.push(consumer);
    await consumer.connect();
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      eachBatch: async ({ batch, resolveOffset, heartbeat }) => {
        seen.push(...batch.messages);
        resolveOffset(batch.lastOffset());
        await heartbeat();
      },
    });
    await until(() => seen.length >= 200);
    expect(seen[7]?.value).toBeNull();
    expect(seen[8]?.value).toEqual(binary);
    expect(seen[9]?.headers?.['one']?.toString()).toBe('é');
    expect(seen[9]?.headers?.['bytes']).toEqual(binary);
    expect((seen[9]?.headers?.['many'] as Buffer[]).map(String)).toEqual(['a', 'b']);
    expect(seen.map((message) => message.offset)).toEqual(records.map((_, i) => String(i)));
  }, 40_000);

  it('keeps committed offsets with their metadata, and reads both ends of the log', async () => {
    const groupId = unique('group');
    const consumer = kafka.consumer({ groupId });
    consumers.push(consumer);
    let assigned = false;
    consumer.on('consumer.group_join', () => (assigned = true));
    await consumer.connect();
    await consumer.subscribe({ topics: [topic] });
    await consumer.run({ autoCommit: false, eachBatch: async () => undefined });
    await until(() => assigned);
    await consumer.commitOffsets([{ topic, partition: 0, offset: '42', metadata: 'fuse=blown' }]);
    const [fetched] = await admin.fetchOffsets({ groupId, topics: [topic] });
    expect(fetched?.partitions.find(({ partition }) => partition === 0)).toMatchObject({
      offset: '42',
      metadata: 'fuse=blown',
    });
    const ends = await admin.fetchTopicOffsets(topic);
    expect(ends.find(({ partition }) => partition === 0)).toMatchObject({ low: '0', high: '200' });
  }, 40_000);

  it('rebalances a group when a member joins and when it leaves', async () => {
    const groupId = unique('group');
    const join = async () => {
      const consumer = kafka.consumer({
        groupId,
        sessionTimeout: 6_000,
        rebalanceTimeout: 6_000,
        // kafkajs hears of a rebalance by its heartbeats, and beats only between fetches.
        heartbeatInterval: 300,
        maxWaitTimeInMs: 200,
      });
      consumers.push(consumer);
      const held = { consumer, partitions: [] as number[] };
      consumer.on('consumer.group_join', ({ payload }) => {
        held.partitions = payload.memberAssignment[topic] ?? [];
      });
      await consumer.connect();
      await consumer.subscribe({ topics: [topic] });
      await consumer.run({ autoCommit: false, eachBatch: async () => undefined });
      return held;
    };
    const first = await join();
    await until(() => first.partitions.length === 2);
    const second = await join();
    await until(() => first.partitions.length === 1 && second.partitions.length === 1);
    expect([...first.partitions, ...second.partitions].sort()).toEqual([0, 1]);
    await second.consumer.stop();
    await until(() => first.partitions.length === 2);
    const described = await admin.describeGroups([groupId]);
    expect(described.groups[0]?.members).toHaveLength(1);
  }, 60_000);
});
