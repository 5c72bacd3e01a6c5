import {
  ROOT_CONTEXT,
  SpanStatusCode,
  propagation,
  trace,
  type Link,
  type Span,
} from '@opentelemetry/api';

const tracer = trace.getTracer('@tocsin/fetcher');

/** W3C headers of a span, for records and for the frontier; empty when nothing is traced. */
export function traceHeaders(span: Span): Record<string, string> {
  const headers: Record<string, string> = {};
  propagation.inject(trace.setSpan(ROOT_CONTEXT, span), headers);
  return headers;
}

function linkTo(traceparent: string | null): Link[] {
  if (traceparent === null) return [];
  const context = trace.getSpanContext(propagation.extract(ROOT_CONTEXT, { traceparent }));
  return context ? [{ context }] : [];
}

/** Span of one poll of a feed. */
export const startPoll = (url: string): Span =>
  tracer.startSpan('poll feed', { root: true, attributes: { 'url.full': url } });

/** Root of a URL's trace, which goes on through every service; linked to the poll that found it. */
export const startFetch = (url: string, pollTrace: string | null): Span =>
  tracer.startSpan('fetch', {
    root: true,
    links: linkTo(pollTrace),
    attributes: { 'url.full': url },
  });

/** Marks how the work ended; a code other than `OK` is an error. */
export function endSpan(span: Span, code: string): void {
  span.setAttribute('tocsin.fetch.code', code);
  if (code !== 'OK') span.setStatus({ code: SpanStatusCode.ERROR, message: code });
  span.end();
}
