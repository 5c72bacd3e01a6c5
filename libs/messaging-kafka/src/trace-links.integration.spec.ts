import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  Consumption,
  deadLetterTopic,
  ok,
  redriveRecord,
  retryTopic,
  systemEnvironment,
  tracedPublisher,
  TransientError,
  type RawMessage,
  type StatelessSubscription,
} from '@tocsin/messaging';
import { startTelemetry, type SpanLine, type Telemetry } from '@tocsin/telemetry';
import { OtlpReceiver } from '@tocsin/testing';
import { propagation, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { KafkaBroker } from './kafka-broker.js';
import { provisionTopics } from './provisioning.js';

const brokers = (process.env['KAFKA_BROKERS'] ?? '').split(',');
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const name = `links-${randomUUID().slice(0, 8)}`;
const [topic, group] = [name, `${name}-group`];
const DELAY = { name: '100ms', ms: 100 };
const codec = { encode: () => Buffer.from('{}'), decode: () => ({}), schemaVersion: () => '1' };

let collector: OtlpReceiver;
let telemetry: Telemetry;
let broker: KafkaBroker;
/** The dead letter of the record, and how often it was handled. */
let letter: RawMessage | undefined;
let tries = 0;
/** The trace of the record's producer. */
let origin = '';
/** Spans of the record's handling, in the order in which they began. */
let handled: SpanLine[];

async function until(condition: () => boolean): Promise<void> {
  const signal = AbortSignal.timeout(40_000);
  while (!condition()) {
    signal.throwIfAborted();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

beforeAll(async () => {
  collector = await OtlpReceiver.start();
  telemetry = startTelemetry({
    serviceName: 'spec',
    config: { endpoint: collector.endpoint, sampler: 'parentbased_always_on', samplerRatio: 1 },
  });
  const options = { brokers, clientId: 'links-spec' };
  const topics = [topic, retryTopic(topic, group, DELAY.name), deadLetterTopic(topic, group)];
  const specs = topics.map((each) => ({
    topic: each,
    partitions: 1,
    replicationFactor: 1,
    config: {},
  }));
  await provisionTopics(options, specs, silent);
  broker = new KafkaBroker(options, silent);
  const subscription: StatelessSubscription<object> = {
    topic,
    group,
    options: { retry: { attempts: 1, backoffMs: 1, maxBackoffMs: 1, delays: [DELAY] } },
    // Fails when it is first read and when it is tried again; redriven, it goes through.
    handler: async (messages) =>
      messages.map(() => {
        tries += 1;
        if (tries <= 2) throw new TransientError('ERR_SPEC', 'not yet');
        return ok();
      }),
  };
  const consumption = new Consumption(subscription, broker, codec, systemEnvironment(silent));
  await broker.subscribe(consumption.request);
  await broker.subscribe({
    group: `${group}-reader`,
    topics: [deadLetterTopic(topic, group)],
    onAssigned: async () => undefined,
    onBatch: async ({ records }) => void (letter ??= records[0]),
  });
  const headers: Record<string, string> = {};
  trace.getTracer('spec').startActiveSpan('fetch', (span) => {
    propagation.inject(trace.setSpan(ROOT_CONTEXT, span), headers);
    span.end();
  });
  await tracedPublisher(broker).publish([{ topic, key: 'k', value: Buffer.from('{}'), headers }]);
  await until(() => letter !== undefined);
  const place = { topic, group, delay: DELAY.name, now: Date.now() };
  await broker.publish([redriveRecord(letter as RawMessage, place)]);
  await until(() => tries === 3);
  await broker.close();
  await telemetry.shutdown();
  origin = collector.spans.find((span) => span.name === 'fetch')?.traceId ?? 'none';
  handled = collector.spans
    .filter((span) => span.name === `process ${topic}`)
    .sort((a, b) => a.startMs - b.startMs);
}, 90_000);
afterAll(() => collector.close());

describe('a record that fails, is retried, dies and is redriven', () => {
  it('is first processed within the trace of its producer', () => {
    const send = collector.spans.find((span) => span.name === `send ${topic}`);
    expect(handled).toHaveLength(3);
    expect(handled[0]).toMatchObject({ traceId: origin, parentSpanId: send?.spanId });
  });

  it('continues by link: each later try is a trace of its own that names the first one', () => {
    const [, retried, redriven] = handled as [SpanLine, SpanLine, SpanLine];
    for (const again of [retried, redriven]) {
      expect(again.parentSpanId).toBeNull();
      expect(again.traceId).not.toBe(origin);
      expect(again.links.map(({ traceId }) => traceId)).toEqual([origin]);
    }
    expect(new Set(handled.map(({ traceId }) => traceId)).size).toBe(3);
  });

  it('says in each span where it was and how the try ended', () => {
    expect(handled.map(({ error }) => error)).toEqual(['not yet', 'not yet', null]);
    expect(handled.map(({ attributes }) => attributes['tocsin.messaging.outcome'])).toEqual([
      ...['retry', 'deadLetter', 'ok'],
    ]);
    expect(handled[0]?.attributes).toMatchObject({ 'messaging.destination.name': topic });
    expect(handled.map(({ attributes }) => attributes['error.type'])).toEqual([
      ...['TransientError', 'TransientError', undefined],
    ]);
    for (const again of handled.slice(1))
      expect(again.attributes).toMatchObject({
        'messaging.destination.name': retryTopic(topic, group, DELAY.name),
        'messaging.operation.type': 'process',
      });
  });

  it('keeps the trace of its producer in the dead letter', () => {
    expect(String(letter?.headers['traceparent'])).toContain(origin);
  });
});
