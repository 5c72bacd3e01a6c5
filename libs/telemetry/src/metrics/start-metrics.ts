import { metrics } from '@opentelemetry/api';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-proto';
import { PrometheusExporter, PrometheusSerializer } from '@opentelemetry/exporter-prometheus';
import type { Resource } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { EXPORT_TIMEOUT_MS } from '../export-timeout.js';
import type { TelemetryConfig } from '../telemetry-config.js';
import { catalogueViews } from './views.js';

/** The meter provider and what the service's own `/metrics` route answers. */
export interface Metrics {
  readonly provider: MeterProvider;
  /** Current values in Prometheus' text format 0.0.4. */
  readonly render: () => Promise<string>;
}

/** Registers metrics with the OpenTelemetry API; Prometheus is read through `render`, on no port of its own. */
export function startMetrics(config: TelemetryConfig, resource: Resource): Metrics {
  const prometheus = new PrometheusExporter({ preventServerStart: true });
  const serializer = new PrometheusSerializer();
  const readers = [prometheus, ...pushReaders(config)];
  const provider = new MeterProvider({ resource, readers, views: catalogueViews() });
  metrics.setGlobalMeterProvider(provider);
  const render = async () => serializer.serialize((await prometheus.collect()).resourceMetrics);
  return { provider, render };
}

function pushReaders({ endpoint }: TelemetryConfig): PeriodicExportingMetricReader[] {
  if (endpoint === undefined) return [];
  const exporter = new OTLPMetricExporter({
    url: `${endpoint.replace(/\/$/, '')}/v1/metrics`,
    timeoutMillis: EXPORT_TIMEOUT_MS,
  });
  return [new PeriodicExportingMetricReader({ exporter })];
}
