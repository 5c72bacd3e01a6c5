import 'reflect-metadata';
import { randomUUID } from 'node:crypto';

import { afterAll, describe, expect, it } from '@jest/globals';
import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { INestMicroservice } from '@nestjs/common';
import type { Codec, HandlerContext, Message, Outcome } from '@tocsin/messaging';
import { PermanentError, TransientError, ok, systemEnvironment } from '@tocsin/messaging';

import { Consumes } from './consumes.decorator.js';
import { KafkaBroker } from './kafka-broker.js';
import { KafkaTransport } from './kafka-transport.js';
import { findLetter } from './operating/find-by-id.js';
import { findLetters, type FoundLetter } from './operating/find-letters.js';
import { groupLag } from './operating/group-lag.js';
import type { GroupTopic } from './operating/readings.js';
import { redriveLetters } from './operating/redrive-letters.js';
import { TopicMismatchError, assertTopics, provisionTopics } from './provisioning.js';
import { groupTopics } from './topic-spec.js';

const brokers = (process.env['KAFKA_BROKERS'] ?? '127.0.0.1:9092').split(',');
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const options = { brokers, clientId: 'transport-spec' };
const source = `in-${randomUUID()}`;
const output = `out-${randomUUID()}`;
const group = `service-${randomUUID()}`;
const delay = { name: 'soon', ms: 100 };
const settings = { 'retention.ms': '600000', 'cleanup.policy': 'delete' };
const sourceSpec = { topic: source, partitions: 2, replicationFactor: 1, config: settings };
const topics = [
  sourceSpec,
  { ...sourceSpec, topic: output, partitions: 1 },
  ...groupTopics(sourceSpec, group, [delay]),
];

const codec: Codec = {
  encode: (_, value) => Buffer.from(JSON.stringify(value)),
  decode: (_topic, _version, bytes) => JSON.parse(bytes.toString('utf8')) as unknown,
  schemaVersion: () => '1',
};

interface Item {
  readonly n: number;
}

/** 3 is broken until it is mended; 5 is too busy for its first delivery. */
const luck = { isMended: false };

@Controller()
class ItemController {
  @Consumes(source)
  async onItems(messages: readonly Message<Item>[], context: HandlerContext): Promise<Outcome[]> {
    return messages.map(({ payload: { n } }) => {
      if (n === 3 && !luck.isMended) throw new PermanentError('ERR_THREE', 'three is broken');
      if (n === 5 && context.topic === source) throw new TransientError('ERR_FIVE', 'five is busy');
      return ok({ topic: output, key: String(n), value: { n } });
    });
  }
}

@Module({ controllers: [ItemController] })
class ItemModule {}

async function until(what: string, condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`this did not come about: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

@Module({})
class EmptyModule {}

describe('a Nest microservice on the Kafka transport', () => {
  const outside = new KafkaBroker(options, silent);
  const place: GroupTopic = {
    topic: 'article-fetched',
    group,
    physicalTopic: source,
    groupId: group,
    deadLetterTopic: `${source}-${group}-dlq`,
    retryTopics: [`${source}-${group}-retry-${delay.name}`],
    firstRetry: delay,
  };
  const letters = async () => {
    const bounds = { limit: 10, scan: 100 };
    return (await findLetters(outside, [place], {}, bounds, (each): FoundLetter => each)).items;
  };
  let transport: KafkaTransport;
  let app: INestMicroservice;

  const newTransport = () =>
    new KafkaTransport(
      [
        {
          topic: source,
          group,
          options: { retry: { attempts: 2, backoffMs: 1, maxBackoffMs: 2, delays: [delay] } },
        },
      ],
      {
        broker: new KafkaBroker(options, silent, {
          sessionTimeoutMs: 6_000,
          heartbeatIntervalMs: 300,
        }),
        codec,
        environment: systemEnvironment(silent),
        assertReady: () => assertTopics(options, topics, silent),
      },
    );
  const start = async () => {
    transport = newTransport();
    app = await NestFactory.createMicroservice(ItemModule, { strategy: transport, logger: false });
    await app.listen();
  };
  const published = async () => (await outside.ranges(output)).get(0)?.high ?? 0n;

  afterAll(async () => {
    await app?.close();
    await outside.close();
  }, 30_000);

  it('refuses to boot while a topic is missing, and names every one of them', async () => {
    const early = await NestFactory.createMicroservice(ItemModule, {
      strategy: newTransport(),
      logger: false,
    });
    const error: unknown = await early.listen().catch((reason: unknown) => reason);
    await early.close();
    expect(error).toBeInstanceOf(TopicMismatchError);
    expect((error as TopicMismatchError).code).toBe('ERR_KAFKA_TOPIC_MISSING');
    for (const { topic } of topics) expect((error as Error).message).toContain(topic);
  }, 30_000);

  it('is provisioned once; a second time creates nothing and reports what differs', async () => {
    const first = await provisionTopics(options, topics, silent);
    expect(first.created).toEqual(topics.map(({ topic }) => topic));
    expect(first.differences).toEqual([]);
    const wanted = { ...sourceSpec, partitions: 4, config: { 'retention.ms': '1' } };
    const second = await provisionTopics(options, [wanted], silent);
    expect(second).toEqual({
      created: [],
      differences: [
        { topic: source, setting: 'partitions', expected: '4', actual: '2' },
        { topic: source, setting: 'retention.ms', expected: '1', actual: '600000' },
      ],
    });
    await expect(assertTopics(options, [wanted], silent)).rejects.toMatchObject({
      code: 'ERR_KAFKA_TOPIC_MISMATCH',
    });
  }, 30_000);

  it('takes messages by @Consumes, publishes outputs, retries and dead-letters', async () => {
    await start();
    await outside.publish(
      [1, 2, 3, 4, 5].map((n) => ({
        topic: source,
        key: String(n),
        value: Buffer.from(JSON.stringify({ n })),
        headers: { mark: `m${n}` },
      })),
    );
    await until('four outputs', async () => (await published()) === 4n);
    await until('no lag', async () =>
      (await groupLag(outside, group, source)).every(({ lag }) => lag === 0n),
    );
    await until('one dead letter', async () => (await letters()).length === 1);
    const [found] = await letters();
    const letter = found?.letter;
    expect(letter).toMatchObject({
      class: 'PERMANENT',
      exception: 'ERR_THREE',
      message: 'three is broken',
      redrives: 0,
      origin: { topic: source },
    });
    expect(String(letter?.record.value)).toBe('{"n":3}');
    expect(String(letter?.record.headers['mark'])).toBe('m3');
    const shown = await findLetter(outside, [place], found?.id ?? '');
    expect(shown?.letter).toEqual(letter);
  }, 60_000);

  it('says what it holds and how far it is behind', () => {
    const health = transport.health();
    expect(health.ready).toBe(true);
    expect(health.assigned).toContain(`${source}/0`);
    expect(health.fuse).toEqual({});
    expect(health.lag[`${source}/0`]).toBe(0);
  });

  it('handles a redriven dead letter once its cause is mended', async () => {
    luck.isMended = true;
    expect(await redriveLetters(outside, await letters(), Date.now())).toBe(1);
    await until('the fifth output', async () => (await published()) === 5n);
  }, 60_000);

  it('refuses to start when no controller consumes a topic of its topology', async () => {
    const deaf = await NestFactory.createMicroservice(EmptyModule, {
      strategy: newTransport(),
      logger: false,
    });
    await expect(deaf.listen()).rejects.toThrow(`no controller method consumes ${source}`);
    await deaf.close();
  }, 30_000);
});
