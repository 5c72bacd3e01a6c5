import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Span, SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { ExportResultCode } from '@opentelemetry/core';
import {
  InMemorySpanExporter,
  SimpleSpanProcessor,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { FileSpanExporter } from './file-span-exporter.js';
import type { SpanLine } from './span-line.js';

const spansOf = (work: (span: Span) => void) => {
  const exporter = new InMemorySpanExporter();
  const provider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] });
  const linked = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), traceFlags: 1 };
  const options = { kind: SpanKind.CLIENT, links: [{ context: linked }] };
  const span = provider.getTracer('t').startSpan('poll', options);
  work(span);
  span.end();
  return exporter.getFinishedSpans();
};
const file = () => join(mkdtempSync(join(tmpdir(), 'tocsin-')), 'spans.jsonl');
const linesOf = (path: string) => readFileSync(path, 'utf8').trim().split('\n');

describe('the trace file', () => {
  it('holds one line per span with kind, times, attributes and links', () => {
    const path = file();
    const spans = spansOf((span) => span.setAttribute('kafka.offset', 7));
    new FileSpanExporter(path).export(spans, () => {});
    const line = JSON.parse(linesOf(path)[0] ?? '') as SpanLine;
    expect(line).toMatchObject({
      name: 'poll',
      kind: 'CLIENT',
      parentSpanId: null,
      error: null,
      attributes: { 'kafka.offset': 7 },
      links: [{ traceId: 'a'.repeat(32), spanId: 'b'.repeat(16) }],
    });
    expect(line.endMs).toBeGreaterThanOrEqual(line.startMs);
    expect(Math.abs(Date.now() - line.startMs)).toBeLessThan(60_000);
  });

  it('says why a span failed', () => {
    const path = file();
    const spans = spansOf((span) =>
      span.setStatus({ code: SpanStatusCode.ERROR, message: 'late' }),
    );
    new FileSpanExporter(path).export(spans, () => {});
    expect(JSON.parse(linesOf(path)[0] ?? '')).toMatchObject({ error: 'late' });
  });

  it('is shared by several writers', () => {
    const path = file();
    const spans = spansOf(() => {});
    for (const exporter of [new FileSpanExporter(path), new FileSpanExporter(path)]) {
      exporter.export([...spans, ...spans], () => {});
    }
    expect(linesOf(path)).toHaveLength(4);
  });

  it('reports a folder that is gone and throws nothing', () => {
    const path = file();
    const exporter = new FileSpanExporter(path);
    rmSync(dirname(path), { recursive: true });
    const codes: number[] = [];
    exporter.export(
      spansOf(() => {}),
      ({ code }) => codes.push(code),
    );
    expect(codes).toEqual([ExportResultCode.FAILED]);
  });
});
