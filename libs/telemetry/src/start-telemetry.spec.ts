import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { SpanKind, context, metrics, propagation, trace } from '@opentelemetry/api';
import { type Telemetry, startTelemetry } from './start-telemetry.js';
import type { TelemetryConfig } from './telemetry-config.js';
import type { SpanLine } from './tracing/span-line.js';

const traceFile = () => join(mkdtempSync(join(tmpdir(), 'tocsin-')), 'nested', 'spans.jsonl');
const linesOf = (path: string) =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as SpanLine);

let telemetry: Telemetry;
const start = (config: Partial<TelemetryConfig> = {}) => {
  telemetry = startTelemetry({
    serviceName: 'extractor',
    config: { sampler: 'parentbased_traceidratio', samplerRatio: 1, ...config },
  });
};
afterEach(() => telemetry.shutdown());

describe('tracing', () => {
  it('carries one trace over a header from one service to the next', () => {
    const path = traceFile();
    start({ traceFile: path });
    const headers: Record<string, string> = {};
    const tracer = trace.getTracer('t');
    tracer.startActiveSpan('send x', { kind: SpanKind.PRODUCER }, (span) => {
      propagation.inject(context.active(), headers);
      span.end();
    });
    const remote = propagation.extract(context.active(), headers);
    tracer.startSpan('process x', { kind: SpanKind.CONSUMER }, remote).end();

    const [sent, processed] = linesOf(path);
    expect(headers['traceparent']).toBe(`00-${sent?.traceId}-${sent?.spanId}-01`);
    expect(processed).toMatchObject({
      service: 'extractor',
      traceId: sent?.traceId,
      parentSpanId: sent?.spanId,
      kind: 'CONSUMER',
    });
  });

  it('keeps the active span across awaits', async () => {
    start();
    await trace.getTracer('t').startActiveSpan('work', async (span) => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      expect(trace.getActiveSpan()).toBe(span);
      span.end();
    });
  });

  it('samples by ratio, but follows a sampled parent', () => {
    const path = traceFile();
    start({ traceFile: path, samplerRatio: 0 });
    const tracer = trace.getTracer('t');
    tracer.startSpan('alone').end();
    const parent = { traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01` };
    tracer.startSpan('child', {}, propagation.extract(context.active(), parent)).end();
    expect(linesOf(path).map(({ name }) => name)).toEqual(['child']);
  });

  it('keeps every span that begins with its error, unless tracing is off', async () => {
    const path = traceFile();
    const failed = { attributes: { 'error.type': 'ERR_X' } };
    start({ traceFile: path, samplerRatio: 0 });
    trace.getTracer('t').startSpan('kept', failed).end();
    const unsampled = { traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-00` };
    const remote = propagation.extract(context.active(), unsampled);
    trace.getTracer('t').startSpan('kept, too', failed, remote).end();
    await telemetry.shutdown();
    start({ traceFile: path, sampler: 'always_off' });
    trace.getTracer('t').startSpan('lost', failed).end();
    expect(linesOf(path).map(({ name, traceId }) => [name, traceId])).toEqual([
      ['kept', expect.any(String)],
      ['kept, too', 'a'.repeat(32)],
    ]);
  });

  it('takes its name from the settings where they give one', () => {
    const path = traceFile();
    start({ traceFile: path, serviceName: 'extractor-eu' });
    trace.getTracer('t').startSpan('a').end();
    expect(linesOf(path)[0]?.service).toBe('extractor-eu');
  });
});

describe('metrics', () => {
  it('are rendered as Prometheus text', async () => {
    start();
    metrics.getMeter('t').createCounter('tocsin.refusals').add(2, { 'tocsin.code': 'ERR_X' });
    const text = await telemetry.renderMetrics();
    expect(text).toMatch(/tocsin_refusals_total\{.*tocsin_code="ERR_X".*\} 2/);
    expect(text).toContain('service_name="extractor"');
  });
});

describe('export by OTLP', () => {
  it('sends what is left at shutdown', async () => {
    const paths: string[] = [];
    const server = createServer((request, response) => {
      paths.push(request.url ?? '');
      request.resume().on('end', () => response.end());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    start({ endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` });
    trace.getTracer('t').startSpan('a').end();
    metrics.getMeter('t').createCounter('c').add(1);
    await telemetry.shutdown();
    server.close();
    expect(paths.sort()).toEqual(['/v1/metrics', '/v1/traces']);
  });

  it('does not hold up the end when the collector is away', async () => {
    start({ endpoint: 'http://127.0.0.1:9' });
    trace.getTracer('t').startSpan('a').end();
    const begin = performance.now();
    await telemetry.shutdown(200);
    expect(performance.now() - begin).toBeLessThan(2_000);
  });
});

describe('after shutdown', () => {
  it('spans go nowhere and nothing throws', async () => {
    start();
    await telemetry.shutdown();
    await telemetry.shutdown();
    expect(trace.getTracer('t').startSpan('late').isRecording()).toBe(false);
  });
});
