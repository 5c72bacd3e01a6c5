/** What telemetry needs of the settings; the `otel` group of the config library has this shape. */
export interface TelemetryConfig {
  /** OTLP/HTTP collector, e.g. `http://127.0.0.1:4318`; absent: no OTLP. */
  readonly endpoint?: string;
  readonly sampler: SamplerName;
  /** Share of traces that the ratio samplers keep, 0 to 1. */
  readonly samplerRatio: number;
  /** Overrides the service's own name. */
  readonly serviceName?: string;
  /** File that every finished span is appended to, one JSON line each. */
  readonly traceFile?: string;
}

/** The values of `OTEL_TRACES_SAMPLER` that we support. */
export type SamplerName =
  | 'always_on'
  | 'always_off'
  | 'traceidratio'
  | 'parentbased_always_on'
  | 'parentbased_always_off'
  | 'parentbased_traceidratio';
