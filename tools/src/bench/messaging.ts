import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';

import { context, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { KafkaBroker, provisionTopics } from '@tocsin/messaging-kafka';
import type { Contestant } from '@tocsin/messaging-kafka/bench';
import { bareKafkajs, ourChain, stockServerKafka } from '@tocsin/messaging-kafka/bench';

import { load } from './messaging-load.js';

/** Messages per second of this process' CPU time, by contestant, and how ours compares. */
export interface BenchReport {
  readonly part: 'messaging';
  readonly messages: number;
  readonly rounds: number;
  readonly rows: readonly { readonly name: string; readonly perCpuSecond: number }[];
  /** Ours over bare kafkajs; at least .7 is the target. */
  readonly ofBare: number;
  /** Ours over Nest's stock transport; more than 2 is the target. */
  readonly ofStock: number;
}

const SAMPLED = 0.01;
const contestants = [bareKafkajs, ourChain, stockServerKafka] as const;
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** @param args `--messages` a round (20,000), `--rounds` (3) */
export async function run(
  args: readonly string[],
  brokers: readonly string[],
): Promise<BenchReport> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      messages: { type: 'string', default: '20000' },
      rounds: { type: 'string', default: '3' },
    },
    strict: false,
  });
  const messages = Number(values.messages);
  const rounds = Number(values.rounds);
  traceOneInAHundred();
  const topic = await fill(brokers, messages);

  // Round by round and in turn, so that a busy machine strikes all of them alike.
  const best = new Map<string, number>(contestants.map(({ name }) => [name, 0]));
  for (let round = 0; round < rounds; round += 1) {
    for (const contestant of contestants) {
      const rate = await measure(contestant, brokers, topic, messages);
      best.set(contestant.name, Math.max(best.get(contestant.name) ?? 0, rate));
    }
  }
  const rate = (contestant: Contestant) => best.get(contestant.name) ?? 0;
  return {
    part: 'messaging',
    messages,
    rounds,
    rows: [...best].map(([name, perCpuSecond]) => ({
      name,
      perCpuSecond: Math.round(perCpuSecond),
    })),
    ofBare: rate(ourChain) / rate(bareKafkajs),
    ofStock: rate(ourChain) / rate(stockServerKafka),
  };
}

/** CPU time from the first handled message to the last: joining the group is nobody's throughput. */
async function measure(
  contestant: Contestant,
  brokers: readonly string[],
  topic: string,
  messages: number,
): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  let start: NodeJS.CpuUsage | undefined;
  let uncounted = 0;
  let handled = 0;
  const stop = await contestant.start({
    brokers,
    topic,
    group: `bench-${randomUUID()}`,
    onHandled: (count) => {
      handled += count;
      if (start === undefined) {
        start = process.cpuUsage();
        uncounted = handled;
      }
      if (handled < messages) return;
      const { user, system } = process.cpuUsage(start);
      resolve(((handled - uncounted) / (user + system)) * 1e6);
    },
  });
  const rate = await promise;
  await stop();
  return rate;
}

async function fill(brokers: readonly string[], messages: number): Promise<string> {
  const options = { brokers, clientId: 'bench' };
  const topic = `bench-${randomUUID()}`;
  const config = { 'retention.ms': '3600000' };
  await provisionTopics(options, [{ topic, partitions: 4, replicationFactor: 1, config }], silent);
  const broker = new KafkaBroker(options, silent);
  for (let index = 0; index < messages; index += 500) {
    const count = Math.min(500, messages - index);
    await broker.publish(Array.from({ length: count }, (_, i) => load(topic, index + i, SAMPLED)));
  }
  await broker.close();
  return topic;
}

/** The real SDK with everything but the network: what is exported is another bench's question. */
function traceOneInAHundred(): void {
  const exporter = {
    export: (_: unknown, done: (result: { code: number }) => void) => done({ code: 0 }),
    shutdown: () => Promise.resolve(),
  };
  trace.setGlobalTracerProvider(
    new TracerProvider({
      sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(SAMPLED) }),
      spanProcessors: [new BatchSpanProcessor({ exporter })],
    }),
  );
  context.setGlobalContextManager(new AsyncLocalStorageContextManager());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
}
