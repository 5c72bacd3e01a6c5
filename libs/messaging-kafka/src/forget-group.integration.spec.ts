import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { forgetGroup } from './forget-group.js';
import { KafkaBroker } from './kafka-broker.js';
import { provisionTopics } from './provisioning.js';

const brokers = (process.env['KAFKA_BROKERS'] ?? '').split(',');
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const options = { brokers, clientId: 'forget-spec' };

it('a group that is forgotten begins anew, and is not while somebody is in it', async () => {
  const [topic, group] = [`t-${randomUUID()}`, `g-${randomUUID()}`];
  await provisionTopics(
    options,
    [{ topic, partitions: 1, replicationFactor: 1, config: {} }],
    silent,
  );
  const broker = new KafkaBroker(options, silent);
  const { promise: committed, resolve } = Promise.withResolvers<void>();
  await broker.publish([{ topic, key: 'k', value: Buffer.from('v'), headers: {} }]);
  const member = await broker.subscribe({
    group,
    topics: [topic],
    onAssigned: async () => undefined,
    onBatch: async (batch) => {
      await batch.commit(1n);
      resolve();
    },
  });
  await committed;
  await expect(forgetGroup(options, group, silent, 0)).rejects.toThrow();
  await member.stop(1_000);
  expect((await broker.committed(group, topic)).get(0)?.offset).toBe(1n);
  await forgetGroup(options, group, silent);
  expect((await broker.committed(group, topic)).size).toBe(0);
  await broker.close();
}, 60_000);
