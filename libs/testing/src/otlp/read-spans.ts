import type { SpanLine } from '@tocsin/telemetry';
import { allOf, fieldsOf, numberOf, textOf, type Field } from './wire.js';

/** By the numbers of `Span.SpanKind`. */
const KINDS = ['INTERNAL', 'INTERNAL', 'SERVER', 'CLIENT', 'PRODUCER', 'CONSUMER'];
const STATUS_ERROR = 2n;
const NANOSECONDS = 1e6;

/**
 * The spans of an `ExportTraceServiceRequest` as it is sent by OTLP/HTTP with Protocol Buffers; numbers of fields are
 * those of opentelemetry-proto 1.x (trace.proto, common.proto, resource.proto).
 */
export function readSpans(request: Buffer): SpanLine[] {
  return allOf(fieldsOf(request), 1).flatMap((bytes) => {
    const resourceSpans = fieldsOf(bytes);
    const [resource] = allOf(resourceSpans, 1);
    const about = resource ? attributesOf(fieldsOf(resource), 1) : {};
    const service = String(about['service.name']);
    return allOf(resourceSpans, 2).flatMap((scope) =>
      allOf(fieldsOf(scope), 2).map((span) => readSpan(service, fieldsOf(span))),
    );
  });
}

function readSpan(service: string, fields: readonly Field[]): SpanLine {
  const [status] = allOf(fields, 15).map(fieldsOf);
  const hasFailed = status !== undefined && numberOf(status, 3) === STATUS_ERROR;
  return {
    service,
    traceId: idOf(fields, 1) ?? '',
    spanId: idOf(fields, 2) ?? '',
    parentSpanId: idOf(fields, 4),
    name: textOf(fields, 5),
    kind: KINDS[Number(numberOf(fields, 6))] ?? 'INTERNAL',
    startMs: Number(numberOf(fields, 7)) / NANOSECONDS,
    endMs: Number(numberOf(fields, 8)) / NANOSECONDS,
    error: hasFailed ? textOf(status, 2) : null,
    attributes: attributesOf(fields, 9),
    links: allOf(fields, 13)
      .map(fieldsOf)
      .map((link) => ({ traceId: idOf(link, 1) ?? '', spanId: idOf(link, 2) ?? '' })),
  };
}

const idOf = (fields: readonly Field[], number: number): string | null =>
  allOf(fields, number)[0]?.toString('hex') || null;

const attributesOf = (fields: readonly Field[], number: number): Record<string, unknown> =>
  Object.fromEntries(
    allOf(fields, number)
      .map(fieldsOf)
      .map((pair) => [textOf(pair, 1), anyValue(allOf(pair, 2)[0])]),
  );

/** Texts, truth values and numbers: what our attributes are. */
function anyValue(bytes: Buffer | undefined): unknown {
  const [field] = bytes ? fieldsOf(bytes) : [];
  if (field === undefined) return null;
  const { number, value } = field;
  if (Buffer.isBuffer(value)) return value.toString('utf8');
  if (number === 2) return value === 1n;
  if (number === 4) return doubleOf(value);
  return Number(BigInt.asIntN(64, value));
}

function doubleOf(bits: bigint): number {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(bits);
  return bytes.readDoubleLE();
}
