import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { startTelemetry } from '@tocsin/telemetry';
import { OtlpReceiver } from './otlp-receiver.js';
import { fieldsOf } from './wire.js';

let receiver: OtlpReceiver;
beforeEach(async () => {
  receiver = await OtlpReceiver.start();
});
afterEach(() => receiver.close());

/** Lets the real exporter send what `record` makes. */
async function exported(record: () => void) {
  const telemetry = startTelemetry({
    serviceName: 'sender',
    config: { endpoint: receiver.endpoint, sampler: 'always_on', samplerRatio: 1 },
  });
  record();
  await telemetry.shutdown();
  return receiver.spans;
}

describe('spans that a real exporter sends', () => {
  it('are read as they were made', async () => {
    const ids = { parent: '', child: '', trace: '' };
    const spans = await exported(() => {
      const tracer = trace.getTracer('spec');
      const parent = tracer.startSpan('fetch');
      const child = tracer.startSpan(
        'send x',
        {
          kind: SpanKind.PRODUCER,
          attributes: { text: 'é', whole: -7, part: 0.5, yes: true, no: false },
          links: [{ context: parent.spanContext() }],
          startTime: 1_700_000_000_123,
        },
        trace.setSpan(ROOT_CONTEXT, parent),
      );
      child.setStatus({ code: SpanStatusCode.ERROR, message: 'it broke' });
      child.end(1_700_000_000_456);
      parent.end();
      ids.parent = parent.spanContext().spanId;
      ids.trace = parent.spanContext().traceId;
      ids.child = child.spanContext().spanId;
    });
    expect(spans).toHaveLength(2);
    expect(spans.find(({ spanId }) => spanId === ids.child)).toEqual({
      service: 'sender',
      traceId: ids.trace,
      spanId: ids.child,
      parentSpanId: ids.parent,
      name: 'send x',
      kind: 'PRODUCER',
      startMs: 1_700_000_000_123,
      endMs: 1_700_000_000_456,
      error: 'it broke',
      attributes: { text: 'é', whole: -7, part: 0.5, yes: true, no: false },
      links: [{ traceId: ids.trace, spanId: ids.parent }],
    });
    expect(spans.find(({ spanId }) => spanId === ids.parent)).toMatchObject({
      parentSpanId: null,
      kind: 'INTERNAL',
      error: null,
    });
    expect(receiver.requests.get('/v1/traces')).toBe(1);
  });

  it('are all there, however many', async () => {
    const spans = await exported(() => {
      const tracer = trace.getTracer('spec');
      for (let n = 0; n < 6_000; n += 1) tracer.startSpan(`n${n}`).end();
    });
    expect(new Set(spans.map(({ name }) => name)).size).toBe(6_000);
  });
});

describe('what is no request of OTLP', () => {
  it('is refused and told', async () => {
    const response = await fetch(`${receiver.endpoint}/v1/traces`, {
      method: 'POST',
      body: new Uint8Array([0x0a, 0x7f, 1]),
    });
    expect(response.status).toBe(400);
    expect(receiver.faults).toHaveLength(1);
    expect(() => fieldsOf(Buffer.from([0x0b]))).toThrow('no wire type 3');
  });
});
