import { context, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import type { Resource } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  type Sampler,
  SimpleSpanProcessor,
  type SpanProcessor,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { EXPORT_TIMEOUT_MS } from '../export-timeout.js';
import type { TelemetryConfig } from '../telemetry-config.js';
import { ErrorsKept } from './errors-kept.js';
import { FileSpanExporter } from './file-span-exporter.js';
import { samplerOf } from './sampler.js';

/** Spans that wait for the collector: a batch ends hundreds at once, and what finds no room is lost for ever. */
const MAX_QUEUED = 20_000;
const SEND_EVERY_MS = 1_000;

/** Registers tracer, W3C propagation and the async context with the OpenTelemetry API. */
export function startTracing(config: TelemetryConfig, resource: Resource): TracerProvider {
  const provider = new TracerProvider({
    resource,
    sampler: withErrors(samplerOf(config.sampler, config.samplerRatio), config),
    spanProcessors: processorsOf(config),
  });
  trace.setGlobalTracerProvider(provider);
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  return provider;
}

/** Off is off; any other share is one of what went well. */
const withErrors = (sampler: Sampler, { sampler: name }: TelemetryConfig): Sampler =>
  name === 'always_off' ? sampler : new ErrorsKept(sampler);

/** Takes the registrations back, so that nothing is recorded into a provider that is shut down. */
export function unregisterTracing(): void {
  trace.disable();
  propagation.disable();
  context.disable();
}

function processorsOf({ endpoint, traceFile }: TelemetryConfig): SpanProcessor[] {
  const processors: SpanProcessor[] = [];
  if (endpoint !== undefined) {
    const exporter = new OTLPTraceExporter({
      url: `${endpoint.replace(/\/$/, '')}/v1/traces`,
      timeoutMillis: EXPORT_TIMEOUT_MS,
    });
    processors.push(
      new BatchSpanProcessor({
        exporter,
        maxQueueSize: MAX_QUEUED,
        scheduledDelayMillis: SEND_EVERY_MS,
      }),
    );
  }
  if (traceFile !== undefined) {
    processors.push(new SimpleSpanProcessor({ exporter: new FileSpanExporter(traceFile) }));
  }
  return processors;
}
