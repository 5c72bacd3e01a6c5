import Type, { type Static } from 'typebox';

/** Traces and metrics, by OpenTelemetry's own names where it has one. */
export const otelSettings = Type.Object({
  endpoint: Type.Optional(
    Type.String({
      env: 'OTEL_EXPORTER_OTLP_ENDPOINT',
      description: 'OTLP/HTTP collector; without it nothing is exported by OTLP.',
      example: 'http://127.0.0.1:4318',
      pattern: '^https?://',
    }),
  ),
  sampler: Type.Enum(
    [
      'always_on',
      'always_off',
      'traceidratio',
      'parentbased_always_on',
      'parentbased_always_off',
      'parentbased_traceidratio',
    ],
    {
      env: 'OTEL_TRACES_SAMPLER',
      description: 'How traces are sampled.',
      default: 'parentbased_traceidratio',
    },
  ),
  samplerRatio: Type.Number({
    env: 'OTEL_TRACES_SAMPLER_ARG',
    description: 'Share of traces kept by the ratio samplers, 0 to 1.',
    minimum: 0,
    maximum: 1,
    default: 1,
  }),
  serviceName: Type.Optional(
    Type.String({
      env: 'OTEL_SERVICE_NAME',
      description: "Overrides the service's own name in traces and metrics.",
      example: 'extractor',
    }),
  ),
  traceFile: Type.Optional(
    Type.String({
      env: 'TOCSIN_TRACE_FILE',
      description: 'File that every finished span is appended to, one JSON line each.',
      example: 'reports/spans.jsonl',
    }),
  ),
});
export type OtelConfig = Readonly<Static<typeof otelSettings>>;
