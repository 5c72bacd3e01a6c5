import { context, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import type { Resource } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  SimpleSpanProcessor,
  type SpanProcessor,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { EXPORT_TIMEOUT_MS } from '../export-timeout.js';
import type { TelemetryConfig } from '../telemetry-config.js';
import { FileSpanExporter } from './file-span-exporter.js';
import { samplerOf } from './sampler.js';

/** Registers tracer, W3C propagation and the async context with the OpenTelemetry API. */
export function startTracing(config: TelemetryConfig, resource: Resource): TracerProvider {
  const provider = new TracerProvider({
    resource,
    sampler: samplerOf(config.sampler, config.samplerRatio),
    spanProcessors: processorsOf(config),
  });
  trace.setGlobalTracerProvider(provider);
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  return provider;
}

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
    processors.push(new BatchSpanProcessor({ exporter }));
  }
  if (traceFile !== undefined) {
    processors.push(new SimpleSpanProcessor({ exporter: new FileSpanExporter(traceFile) }));
  }
  return processors;
}
