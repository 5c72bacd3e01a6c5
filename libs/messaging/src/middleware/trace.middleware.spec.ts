import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SpanKind, context, propagation, trace as api } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import {
  AlwaysOnSampler,
  InMemorySpanExporter,
  ParentBasedSampler,
  SimpleSpanProcessor,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { ErrorsKept } from '@tocsin/telemetry';

import { Fuse } from '../fuse.js';
import { traceHeaders } from '../message-context.js';
import type { Message, OutgoingRecord } from '../message.js';
import { deadLetter, drop, ok, retry } from '../outcome.js';
import { defaultOptions } from '../subscription.js';
import { tracedPublisher } from '../traced-publisher.js';
import { trace } from './trace.middleware.js';

const exporter = new InMemorySpanExporter();
api.setGlobalTracerProvider(
  new TracerProvider({
    sampler: new ErrorsKept(new ParentBasedSampler({ root: new AlwaysOnSampler() })),
    spanProcessors: [new SimpleSpanProcessor({ exporter })],
  }),
);
context.setGlobalContextManager(new AsyncLocalStorageContextManager());
propagation.setGlobalPropagator(new W3CTraceContextPropagator());
beforeEach(() => exporter.reset());
afterAll(() => {
  api.disable();
  context.disable();
  propagation.disable();
});

const traceId = (n: number) => String(n).padStart(32, 'a');
const spanId = (n: number) => String(n).padStart(16, 'b');
const message = (n: number, flags: '00' | '01' | null, more = {}): Message<unknown> => ({
  topic: 'in',
  partition: 0,
  offset: BigInt(n),
  key: Buffer.from(`k${n}`),
  value: null,
  headers: {
    ...(flags === null
      ? {}
      : { traceparent: Buffer.from(`00-${traceId(n)}-${spanId(n)}-${flags}`) }),
    ...more,
  },
  timestamp: 0,
  payload: undefined,
});
const stepContext = {
  group: 'g',
  topic: 'in',
  partition: 0,
  signal: new AbortController().signal,
  fuse: new Fuse(defaultOptions.fuse),
};
const BEGAN = 1_700_000_000_000;
const clock = { now: () => BEGAN, sleep: async () => undefined };
const run = (messages: readonly Message<unknown>[], step = async () => messages.map(() => ok())) =>
  trace({ topic: 'in', group: 'g' }, clock)(step as never)(messages, stepContext);
const spans = (name: string) => exporter.getFinishedSpans().filter((span) => span.name === name);

describe('the spans of a batch', () => {
  it('are one `process` for each record, below its own message’s context', async () => {
    await run([message(1, '01'), message(2, '01')]);
    const processed = spans('process in');
    expect(processed.map((span) => span.spanContext().traceId)).toEqual([traceId(1), traceId(2)]);
    expect(processed.map((span) => span.parentSpanContext?.spanId)).toEqual([spanId(1), spanId(2)]);
    expect(processed.every((span) => span.kind === SpanKind.CONSUMER)).toBe(true);
    expect(processed[1]?.attributes).toMatchObject({
      'messaging.system.name': 'kafka',
      'messaging.operation.type': 'process',
      'messaging.destination.name': 'in',
      'messaging.destination.partition.id': '0',
      'messaging.consumer.group.name': 'g',
      'kafka.offset': '2',
      'kafka.message.key': 'k2',
    });
  });

  it('are one `poll` that links to them', async () => {
    await run([message(1, '01'), message(2, '00'), message(3, '01')]);
    const [poll] = spans('poll in');
    expect(poll?.kind).toBe(SpanKind.CLIENT);
    expect(poll?.attributes['messaging.batch.message_count']).toBe(3);
    const processed = spans('process in').map((span) => span.spanContext().spanId);
    expect(poll?.links.map((link) => link.context.spanId)).toEqual(processed);
  });

  it('leave out records whose trace nobody records, but pass their context on', async () => {
    const unsampled = message(1, '00');
    await run([unsampled]);
    expect(spans('process in')).toEqual([]);
    expect(traceHeaders(unsampled)).toEqual({
      traceparent: `00-${traceId(1)}-${spanId(1)}-00`,
    });
  });

  it('begin a trace for a record that came without one', async () => {
    const untraced = message(1, null);
    await run([untraced]);
    const [process] = spans('process in');
    expect(process?.parentSpanContext).toBeUndefined();
    expect(traceHeaders(untraced)['traceparent']).toContain(process?.spanContext().traceId);
  });

  it('of a retried record are a trace of its own with a link to the first', async () => {
    await run([message(1, '01', { 'x-retry-topic': Buffer.from('in') })]);
    const [process] = spans('process in');
    expect(process?.spanContext().traceId).not.toBe(traceId(1));
    expect(process?.links.map((link) => link.context.traceId)).toEqual([traceId(1)]);
  });

  it('say how the record ended, and end when the chain throws', async () => {
    await run([message(1, '01')], async () => [drop('ERR_OLD', 'old') as never]);
    expect(spans('process in')[0]?.attributes).toMatchObject({
      'tocsin.messaging.outcome': 'drop',
      'tocsin.messaging.code': 'ERR_OLD',
    });
    exporter.reset();
    await expect(run([message(2, '01')], () => Promise.reject(new Error('no')))).rejects.toThrow();
    expect(exporter.getFinishedSpans().map((span) => span.name)).toEqual(['process in', 'poll in']);
  });
});

describe('the spans of what a record leads to', () => {
  it('are a `send` below its `process`, whose context the output carries', async () => {
    const cause = message(1, '01');
    const sent: OutgoingRecord[] = [];
    const publisher = tracedPublisher({
      publish: async (records) => {
        sent.push(...records);
      },
    });
    await run([cause], async () => {
      const headers = traceHeaders(cause);
      await publisher.publish([{ topic: 'out', key: 'k', value: null, headers }]);
      return [ok()];
    });
    const [send] = spans('send out');
    expect(send?.parentSpanContext?.spanId).toBe(spans('process in')[0]?.spanContext().spanId);
    const { traceId: id, spanId: span } = send?.spanContext() ?? {};
    expect(sent[0]?.headers['traceparent']).toBe(`00-${id}-${span}-01`);
  });
});

describe('a record whose trace is not recorded', () => {
  const failing = [deadLetter('POISON', new Error('bad')), ok(), retry(new TypeError('later'))];
  const messages = [message(1, '00'), message(2, '00'), message(3, '00')];

  it('has a span when it fails, from when it was taken, in its own trace', async () => {
    await run(messages, (async () => failing) as never);
    const kept = spans('process in');
    expect(kept.map(({ attributes }) => attributes['kafka.offset'])).toEqual(['1', '3']);
    expect(kept.map((span) => span.spanContext().traceId)).toEqual([traceId(1), traceId(3)]);
    expect(kept.map((span) => span.parentSpanContext?.spanId)).toEqual([spanId(1), spanId(3)]);
    expect(kept[1]).toMatchObject({
      startTime: [BEGAN / 1_000, 0],
      status: { message: 'later' },
      attributes: { 'error.type': 'TypeError', 'tocsin.messaging.outcome': 'retry' },
    });
  });

  it('is linked to its first trace when it fails again', async () => {
    const again = message(4, '00', { 'x-retry-topic': Buffer.from('in') });
    await run([again], (async () => [retry(new Error('still'))]) as never);
    const [kept] = spans('process in');
    expect(kept?.parentSpanContext).toBeUndefined();
    expect(kept?.links.map((link) => link.context.traceId)).toEqual([traceId(4)]);
  });

  it('leaves it unrecorded for those that come after it', async () => {
    await run(messages, (async () => failing) as never);
    expect(traceHeaders(messages[0]!)['traceparent']).toMatch(/-00$/);
  });
});
