import { hostname } from 'node:os';
import { metrics as metricsApi } from '@opentelemetry/api';
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources';
import { ATTR_SERVICE_NAME } from '@opentelemetry/semantic-conventions';
import { EXPORT_TIMEOUT_MS } from './export-timeout.js';
import { observeProcess } from './metrics/observe-process.js';
import { startMetrics } from './metrics/start-metrics.js';
import type { TelemetryConfig } from './telemetry-config.js';
import { startTracing, unregisterTracing } from './tracing/start-tracing.js';

/** Running telemetry of one process. */
export interface Telemetry {
  /** Current metrics in Prometheus' text format, for the service's `/metrics`. */
  readonly renderMetrics: () => Promise<string>;
  /**
   * Sends what is left and stops; never throws, never outlasts `timeoutMs`, and a second call
   * is the first one's.
   */
  readonly shutdown: (timeoutMs?: number) => Promise<void>;
}

export interface TelemetryOptions {
  readonly serviceName: string;
  readonly config: TelemetryConfig;
}

/** Call before anything else: spans and instruments made earlier go nowhere. Once per process. */
export function startTelemetry({ serviceName, config }: TelemetryOptions): Telemetry {
  const resource = defaultResource().merge(
    resourceFromAttributes({
      [ATTR_SERVICE_NAME]: config.serviceName ?? serviceName,
      'service.namespace': 'tocsin',
      'service.instance.id': `${hostname()}:${process.pid}`,
    }),
  );
  const tracer = startTracing(config, resource);
  const metrics = startMetrics(config, resource);
  const unobserve = observeProcess();

  let ending: Promise<void> | undefined;
  const end = async (timeoutMs: number) => {
    await atMost(timeoutMs, Promise.allSettled([tracer.shutdown(), metrics.provider.shutdown()]));
    unobserve();
    unregisterTracing();
    metricsApi.disable();
  };
  return {
    renderMetrics: metrics.render,
    shutdown: (timeoutMs = EXPORT_TIMEOUT_MS) => (ending ??= end(timeoutMs)),
  };
}

/** A collector that is away must not hold up the end of the process. */
async function atMost(timeoutMs: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, timeoutMs);
  });
  await Promise.race([work, timeout]);
  clearTimeout(timer);
}
