import { randomUUID } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

import { brokerConformance } from '../conformance/index.js';
import { InMemoryBroker } from './in-memory-broker.js';

const newBroker = () => new InMemoryBroker({ maxRecordBytes: 10_000, now: () => 1_000 });

describe('the in-memory broker keeps the promises of the port', () => {
  for (const { name, run } of brokerConformance) {
    it(name, async () => {
      const broker = newBroker();
      await run({
        broker,
        createTopic: async (partitions) => {
          const topic = randomUUID();
          broker.createTopic(topic, partitions);
          return topic;
        },
        newGroup: () => randomUUID(),
        oversize: Buffer.alloc(20_000),
        close: () => broker.close(),
      });
      await broker.close();
    });
  }
});

describe('the in-memory broker beyond the port', () => {
  it('refuses topics that nobody created, to read and to write', async () => {
    const broker = newBroker();
    const record = { topic: 'none', key: null, value: null, headers: {} };
    await expect(broker.publish([record])).rejects.toThrow('there is no topic none');
    await expect(
      broker.subscribe({
        group: 'g',
        topics: ['none'],
        onAssigned: () => Promise.resolve(),
        onBatch: () => Promise.resolve(),
      }),
    ).rejects.toThrow('there is no topic none');
  });

  it('forgets what retention takes, and shows it in the range', async () => {
    const broker = newBroker();
    broker.createTopic('t', 1);
    await broker.publish(
      [0, 1, 2].map((i) => ({ topic: 't', key: `${i}`, value: null, headers: {} })),
    );
    broker.truncate('t', 0, 2n);
    expect((await broker.ranges('t')).get(0)).toEqual({ low: 2n, high: 3n });
    expect(broker.read('t').map(({ key }) => String(key))).toEqual(['2']);
  });

  it('publishes all records of a call or none', async () => {
    const broker = newBroker();
    broker.createTopic('t', 1);
    const big = { topic: 't', key: null, value: Buffer.alloc(20_000), headers: {} };
    await expect(broker.publish([{ ...big, value: null }, big])).rejects.toThrow('larger than');
    expect(broker.read('t')).toEqual([]);
  });
});
