import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { SpanLine } from '@tocsin/telemetry';
import { linksTo, pathTo, readSpans, told, traceIdOf } from './spans.js';

const span = (spanId: string, parentSpanId: string | null, more: Partial<SpanLine> = {}) => ({
  service: 'fetcher',
  traceId: 't',
  spanId,
  parentSpanId,
  name: `does ${spanId}`,
  kind: 'INTERNAL',
  startMs: 0,
  endMs: 1,
  error: null,
  attributes: {},
  links: [],
  ...more,
});
const folder = mkdtempSync(join(tmpdir(), 'tocsin-spans-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the spans of a file', () => {
  it('are one for each line', () => {
    const file = join(folder, 'spans.jsonl');
    const spans = [span('a', null), span('b', 'a')];
    writeFileSync(file, spans.map((each) => `${JSON.stringify(each)}\n`).join(''));
    expect(readSpans(file)).toEqual(spans);
  });
});

describe('the way to a span', () => {
  const [root, middle, leaf] = [span('a', null), span('b', 'a'), span('c', 'b')];

  it('begins at the root, in whatever order the spans ended', () => {
    expect(pathTo(leaf, [leaf, span('x', 'a'), root, middle])).toEqual([root, middle, leaf]);
  });

  it('begins where a parent is missing', () => {
    expect(pathTo(leaf, [leaf, middle])).toEqual([middle, leaf]);
  });

  it('can be told', () => {
    expect(pathTo(middle, [root, middle]).map(told)).toEqual([
      'fetcher: does a',
      'fetcher: does b',
    ]);
  });
});

describe('what joins spans beside parents', () => {
  it('is a link to the very span', () => {
    const from = span('p', null, { links: [{ traceId: 't', spanId: 'a' }] });
    expect(linksTo(from, span('a', null))).toBe(true);
    expect(linksTo(from, span('b', null))).toBe(false);
    expect(linksTo(from, span('a', null, { traceId: 'other' }))).toBe(false);
  });

  it('is the trace of a traceparent', () => {
    expect(traceIdOf('00-abc-def-01')).toBe('abc');
    expect(traceIdOf(null)).toBeUndefined();
  });
});
