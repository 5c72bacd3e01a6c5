import { randomUUID } from 'node:crypto';
import { afterAll, expect, it } from '@jest/globals';
import { withPrefix } from '@tocsin/contracts';
import {
  Consumption,
  deadLetter,
  ok,
  PermanentError,
  systemEnvironment,
  type StatelessSubscription,
} from '@tocsin/messaging';
import { KafkaBroker } from '../kafka-broker.js';
import { provisionTopics } from '../provisioning.js';
import { listFuses, releaseFuse } from './fuses.js';
import { readingsOf, type GroupTopic } from './readings.js';

const brokers = (process.env['KAFKA_BROKERS'] ?? '').split(',');
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const options = { brokers, clientId: 'fuse-spec' };
const naming = withPrefix(`fuse-${randomUUID().slice(0, 8)}.`);
const place = readingsOf(naming).find(({ topic }) => topic === 'article-fetched') as GroupTopic;
const topic = place.physicalTopic;
const codec = { encode: () => Buffer.from(''), decode: () => ({}), schemaVersion: () => '1' };

const service = new KafkaBroker(options, silent);
const operator = new KafkaBroker(options, silent);
afterAll(() => Promise.all([service.close(), operator.close()]), 30_000);

it('a fuse that blew in one process is released by another', async () => {
  const specs = naming
    .provisioning()
    .filter(({ name }) => name.startsWith(topic))
    .map(({ name, config }) => ({ topic: name, partitions: 1, replicationFactor: 1, config }));
  await provisionTopics(options, specs, silent);
  const luck = { isMended: false, handled: 0 };
  const subscription: StatelessSubscription<object> = {
    topic,
    group: place.groupId,
    options: {
      maxRecords: 1,
      fuse: { inARow: 3, share: 1 },
      retry: { attempts: 1, backoffMs: 1, maxBackoffMs: 1, delays: [] },
    },
    handler: async (messages) =>
      messages.map(() => {
        if (!luck.isMended) return deadLetter('PERMANENT', new PermanentError('ERR_SPEC', 'no'));
        luck.handled += 1;
        return ok();
      }),
  };
  // The dead letters of a group are named by the group that reads: here one with a prefix of its own.
  const deadLetters = `${topic}-${place.groupId}-dlq`;
  await provisionTopics(
    options,
    [{ topic: deadLetters, partitions: 1, replicationFactor: 1, config: {} }],
    silent,
  );
  const consumption = new Consumption<object>(
    subscription,
    service,
    codec,
    systemEnvironment(silent),
  );
  await service.subscribe(consumption.request);
  const record = { topic, key: 'k', value: Buffer.from('{}'), headers: {} };
  await operator.publish(Array(6).fill(record));
  const until = async (condition: () => Promise<boolean>) => {
    const signal = AbortSignal.timeout(30_000);
    while (!(await condition())) {
      signal.throwIfAborted();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  await until(async () => (await listFuses(operator, [place])).length === 1);
  luck.isMended = true;
  const released = await releaseFuse(operator, [place], {
    group: place.group,
    physicalTopic: topic,
    partition: 0,
  });
  expect(released).toMatchObject({ offset: 3n, deadLetters: 3, inARow: 3 });
  await until(async () => luck.handled === 3);
  expect(await listFuses(operator, [place])).toEqual([]);
}, 90_000);
