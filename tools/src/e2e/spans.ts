import { readFileSync } from 'node:fs';
import type { SpanLine } from '@tocsin/telemetry';

/** Every finished span of the services that write to this file. */
export function readSpans(file: string): SpanLine[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as SpanLine);
}

/** The trace that a W3C `traceparent` belongs to. */
export function traceIdOf(traceparent: string | null | undefined): string | undefined {
  return traceparent?.split('-')[1];
}

/** A span's ancestors from the root on, itself last; begins later where a parent is missing. */
export function pathTo(span: SpanLine, spans: readonly SpanLine[]): SpanLine[] {
  const path = [span];
  for (let first = span; ;) {
    const parent = spans.find(({ spanId }) => spanId === first.parentSpanId);
    if (!parent) return path;
    path.unshift(parent);
    first = parent;
  }
}

/** Whether one span names the other as a link. */
export const linksTo = (from: SpanLine, to: SpanLine): boolean =>
  from.links.some(({ traceId, spanId }) => traceId === to.traceId && spanId === to.spanId);

/** A span for a reader: who did what. */
export const told = ({ service, name }: SpanLine): string => `${service}: ${name}`;
