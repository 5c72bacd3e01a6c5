import kafkajs from 'kafkajs';

import type { Contestant } from './contestant.js';
import { touch } from './contestant.js';

/** The floor: kafkajs `eachBatch` with the same decoding and one commit a batch, nothing else. */
export const bareKafkajs: Contestant = {
  name: 'kafkajs eachBatch',
  async start({ brokers, topic, group, onHandled }) {
    const kafka = new kafkajs.Kafka({
      brokers: [...brokers],
      logLevel: kafkajs.logLevel.NOTHING,
    });
    const consumer = kafka.consumer({ groupId: group, maxWaitTimeInMs: 200 });
    const seen = { fields: 0 };
    await consumer.connect();
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      partitionsConsumedConcurrently: 2,
      eachBatch: async ({ batch, commitOffsetsIfNecessary, heartbeat }) => {
        for (const { value } of batch.messages) touch(JSON.parse(String(value)), seen);
        const offset = String(BigInt(batch.lastOffset()) + 1n);
        await commitOffsetsIfNecessary({
          topics: [{ topic, partitions: [{ partition: batch.partition, offset }] }],
        });
        await heartbeat();
        onHandled(batch.messages.length);
      },
    });
    return () => consumer.disconnect();
  },
};
