import type { SpanLine } from '@tocsin/telemetry';

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

/** Spans whose parent is of the same trace and not among them. */
export function orphansOf(spans: readonly SpanLine[]): SpanLine[] {
  const known = new Set(spans.map(({ traceId, spanId }) => `${traceId}/${spanId}`));
  return spans.filter(
    ({ traceId, parentSpanId }) =>
      parentSpanId !== null && !known.has(`${traceId}/${parentSpanId}`),
  );
}

/** A span and all below it: one line each, indented by depth, siblings by name, equal ones once. */
export function outlineOf(span: SpanLine, spans: readonly SpanLine[], depth = 0): string[] {
  const below = spans
    .filter(({ traceId, parentSpanId }) => traceId === span.traceId && parentSpanId === span.spanId)
    .map((child) => outlineOf(child, spans, depth + 1));
  const distinct = new Map(below.map((lines) => [lines.join('\n'), lines]));
  const sorted = [...distinct.keys()].sort().flatMap((key) => distinct.get(key) ?? []);
  return [`${'  '.repeat(depth)}${told(span)} ${span.kind}`, ...sorted];
}
