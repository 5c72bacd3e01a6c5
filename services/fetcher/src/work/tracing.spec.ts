import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { startTelemetry, type SpanLine, type Telemetry } from '@tocsin/telemetry';
import { endSpan, startFetch, startPoll, traceHeaders } from './tracing.js';

const URL = 'https://example.org/a';
let telemetry: Telemetry | undefined;
afterEach(() => telemetry?.shutdown());

/** Records into a file that the answer reads. */
function recording(samplerRatio: number): () => SpanLine[] {
  const traceFile = join(mkdtempSync(join(tmpdir(), 'tocsin-fetch-')), 'spans.jsonl');
  telemetry = startTelemetry({
    serviceName: 'fetcher',
    config: { sampler: 'parentbased_traceidratio', samplerRatio, traceFile },
  });
  return () =>
    readFileSync(traceFile, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as SpanLine);
}

describe('the span of a fetch', () => {
  it('is the root of its trace and linked to the poll that found the URL', () => {
    const spans = recording(1);
    const poll = startPoll('https://example.org/feed');
    const fetch = startFetch(URL, traceHeaders(poll)['traceparent'] ?? null);
    endSpan(fetch, 'OK');
    endSpan(poll, 'OK');
    const [fetched, polled] = spans();
    expect(fetched).toMatchObject({ name: 'fetch', parentSpanId: null, error: null });
    expect(fetched?.attributes).toEqual({ 'url.full': URL, 'tocsin.fetch.code': 'OK' });
    expect(fetched?.links).toEqual([{ traceId: polled?.traceId, spanId: polled?.spanId }]);
    expect(fetched?.traceId).not.toBe(polled?.traceId);
  });

  it('says how it failed', () => {
    const spans = recording(1);
    endSpan(startFetch(URL, null), 'ERR_FETCH_DNS');
    expect(spans()).toMatchObject([
      { error: 'ERR_FETCH_DNS', attributes: { 'error.type': 'ERR_FETCH_DNS' } },
    ]);
  });

  it('is kept when it fails although its trace is not recorded, under the same trace', () => {
    const spans = recording(0);
    endSpan(startFetch(URL, null), 'OK');
    const failing = startFetch(URL, null);
    const headers = traceHeaders(failing);
    endSpan(failing, 'ERR_FETCH_TIMEOUT');
    expect(headers['traceparent']).toMatch(/-00$/);
    expect(spans()).toMatchObject([
      {
        name: 'fetch',
        traceId: headers['traceparent']?.split('-')[1],
        error: 'ERR_FETCH_TIMEOUT',
        attributes: { 'url.full': URL, 'tocsin.fetch.code': 'ERR_FETCH_TIMEOUT' },
      },
    ]);
  });
});
