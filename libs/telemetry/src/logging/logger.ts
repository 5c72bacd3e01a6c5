import { isSpanContextValid, trace } from '@opentelemetry/api';
import { type DestinationStream, type Logger, pino } from 'pino';
import { errorFields } from './error-fields.js';
import { REDACTED_PATHS, hideUrlCredentials } from './redaction.js';

export interface LoggerOptions {
  readonly serviceName: string;
  /** Least severe level that is written. */
  readonly level: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';
  /** Standard output unless given. */
  readonly destination?: DestinationStream;
}

/** One JSON line per event, with the ids of the active span, without secrets and without what errors carry along. */
export function createLogger({ serviceName, level, destination }: LoggerOptions): Logger {
  return pino(
    {
      level,
      base: { service: serviceName },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin: activeSpanIds,
      serializers: { err: (error: unknown) => errorFields(error) },
      redact: { paths: REDACTED_PATHS, censor: '[redacted]' },
      hooks: { streamWrite: hideUrlCredentials },
    },
    destination ?? pino.destination(1),
  );
}

function activeSpanIds(): object {
  const span = trace.getActiveSpan()?.spanContext();
  if (span === undefined || !isSpanContextValid(span)) return {};
  return { trace_id: span.traceId, span_id: span.spanId };
}
