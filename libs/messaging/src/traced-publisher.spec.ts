import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SpanKind, SpanStatusCode, propagation, trace } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import {
  InMemorySpanExporter,
  SimpleSpanProcessor,
  TracerProvider,
} from '@opentelemetry/sdk-trace';

import type { OutgoingRecord } from './message.js';
import { tracedPublisher } from './traced-publisher.js';

const exporter = new InMemorySpanExporter();
trace.setGlobalTracerProvider(
  new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] }),
);
propagation.setGlobalPropagator(new W3CTraceContextPropagator());

let sent: OutgoingRecord[];
const publisher = tracedPublisher({
  publish: async (records) => {
    sent.push(...records);
  },
});
beforeEach(() => {
  exporter.reset();
  sent = [];
});
afterAll(() => {
  trace.disable();
  propagation.disable();
});

const TRACE = 'a'.repeat(32);
const PARENT = 'b'.repeat(16);
const record = (
  headers: OutgoingRecord['headers'] = { traceparent: `00-${TRACE}-${PARENT}-01` },
  key: OutgoingRecord['key'] = 'k',
): OutgoingRecord => ({ topic: 'out', key, value: null, headers });

describe('a record that is sent within a recorded trace', () => {
  it('is a `send` span below the context that it carries', async () => {
    await publisher.publish([record()]);
    const [send] = exporter.getFinishedSpans();
    expect(send).toMatchObject({ name: 'send out', kind: SpanKind.PRODUCER });
    expect(send?.parentSpanContext).toMatchObject({ traceId: TRACE, spanId: PARENT });
    expect(send?.attributes).toEqual({
      'messaging.system.name': 'kafka',
      'messaging.operation.type': 'send',
      'messaging.operation.name': 'send',
      'messaging.destination.name': 'out',
      'kafka.message.key': 'k',
    });
  });

  it('goes out with that span’s own context and its other headers', async () => {
    await publisher.publish([record({ ...record().headers, ce_id: '1' })]);
    const id = exporter.getFinishedSpans()[0]?.spanContext().spanId;
    expect(sent[0]?.headers).toEqual({ ce_id: '1', traceparent: `00-${TRACE}-${id}-01` });
  });

  it('hangs below the same span when it goes out again', async () => {
    const same = record();
    await publisher.publish([same]);
    await publisher.publish([same]);
    const parents = exporter.getFinishedSpans().map((span) => span.parentSpanContext?.spanId);
    expect(parents).toEqual([PARENT, PARENT]);
  });

  it('has its context read from bytes as from text', async () => {
    await publisher.publish([
      record({ traceparent: Buffer.from(`00-${TRACE}-${PARENT}-01`) }, Buffer.from('bytes')),
    ]);
    const [send] = exporter.getFinishedSpans();
    expect(send?.parentSpanContext?.spanId).toBe(PARENT);
    expect(send?.attributes['kafka.message.key']).toBe('bytes');
  });

  it('without a key says nothing of one', async () => {
    await publisher.publish([record(undefined, null)]);
    expect(exporter.getFinishedSpans()[0]?.attributes).not.toHaveProperty('kafka.message.key');
  });

  it('is marked as failed when the broker refuses it', async () => {
    const refusing = tracedPublisher({ publish: () => Promise.reject(new Error('no')) });
    await expect(refusing.publish([record()])).rejects.toThrow('no');
    expect(exporter.getFinishedSpans()[0]?.status.code).toBe(SpanStatusCode.ERROR);
  });
});

describe('a record that is sent outside of one', () => {
  it.each([
    ['whose trace nobody records', { traceparent: `00-${TRACE}-${PARENT}-00` }],
    ['without a trace', {}],
    ['with a broken one', { traceparent: '00-ab-cd-01' }],
  ])('goes out untouched: %s', async (_, headers) => {
    const untouched = record(headers);
    await publisher.publish([untouched]);
    expect(sent[0]).toBe(untouched);
    expect(exporter.getFinishedSpans()).toEqual([]);
  });
});
