import {
  ROOT_CONTEXT,
  SpanStatusCode,
  propagation,
  trace,
  type Link,
  type Span,
  type SpanOptions,
} from '@opentelemetry/api';

/** Asked for each time: a tracer keeps to the provider that it first met. */
const tracer = () => trace.getTracer('@tocsin/fetcher');

/** W3C headers of a span, for records and for the frontier; empty when nothing is traced. */
export function traceHeaders(span: Span): Record<string, string> {
  const headers: Record<string, string> = {};
  propagation.inject(trace.setSpan(ROOT_CONTEXT, span), headers);
  return headers;
}

function linkTo(traceparent: string | null): Link[] {
  if (traceparent === null) return [];
  const poll = trace.getSpanContext(propagation.extract(ROOT_CONTEXT, { traceparent }));
  return poll ? [{ context: poll }] : [];
}

/** What spans that are not recorded would have been: those of work that fails are made after all. */
const unrecorded = new WeakMap<Span, { readonly name: string; readonly options: SpanOptions }>();

function start(name: string, options: SpanOptions): Span {
  const startTime = Date.now();
  const span = tracer().startSpan(name, { ...options, startTime, root: true });
  if (!span.isRecording()) unrecorded.set(span, { name, options: { ...options, startTime } });
  return span;
}

/** Span of one poll of a feed. */
export const startPoll = (url: string): Span =>
  start('poll feed', { attributes: { 'url.full': url } });

/** Root of a URL's trace, which goes on through every service; linked to the poll that found it. */
export const startFetch = (url: string, pollTrace: string | null): Span =>
  start('fetch', { links: linkTo(pollTrace), attributes: { 'url.full': url } });

/**
 * Marks how the work ended; a code other than `OK` is an error, and is kept also where the sampler chose not
 * to record the trace: as a child of the span that is not there, so that it is found under the trace's id.
 */
export function endSpan(span: Span, code: string): void {
  const lost = code === 'OK' ? undefined : unrecorded.get(span);
  const told = lost
    ? tracer().startSpan(
        lost.name,
        { ...lost.options, attributes: { ...lost.options.attributes, 'error.type': code } },
        trace.setSpan(ROOT_CONTEXT, span),
      )
    : span;
  told.setAttribute('tocsin.fetch.code', code);
  if (code !== 'OK') {
    told.setAttribute('error.type', code);
    told.setStatus({ code: SpanStatusCode.ERROR, message: code });
  }
  told.end();
}
