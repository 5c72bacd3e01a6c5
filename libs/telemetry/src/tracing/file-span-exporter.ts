import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type ExportResult, ExportResultCode } from '@opentelemetry/core';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace';
import { spanLine } from './span-line.js';

/**
 * Appends spans to a file as JSON lines. Several processes may share the file: each call is one append.
 * Synchronous, so that a killed process has lost no finished span; for tests and small set-ups.
 */
export class FileSpanExporter implements SpanExporter {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
    mkdirSync(dirname(path), { recursive: true });
  }

  export(spans: ReadableSpan[], done: (result: ExportResult) => void): void {
    try {
      appendFileSync(
        this.#path,
        spans.map((span) => `${JSON.stringify(spanLine(span))}\n`).join(''),
      );
      done({ code: ExportResultCode.SUCCESS });
    } catch (error) {
      done({ code: ExportResultCode.FAILED, error: error as Error });
    }
  }

  async shutdown(): Promise<void> {}
}
