import { describe, expect, it } from '@jest/globals';
import type { SpanLine } from '@tocsin/telemetry';
import { linksTo, orphansOf, outlineOf, pathTo, told, traceIdOf } from './spans.js';

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

describe('a tree of spans', () => {
  const tree = [span('a', null), span('c', 'b'), span('b', 'a', { kind: 'PRODUCER' })];

  it('is whole when every parent is there, in the same trace', () => {
    expect(orphansOf(tree)).toEqual([]);
    const strays = [span('x', 'gone'), span('y', 'a', { traceId: 'other' })];
    expect(orphansOf([...tree, ...strays])).toEqual(strays);
  });

  it('can be told in outline, equal branches once', () => {
    const twice = [...tree, span('d', 'a', { name: 'does b', kind: 'PRODUCER' }), span('e', 'd')];
    const named = twice.map((each) => (each.spanId === 'e' ? { ...each, name: 'does c' } : each));
    expect(outlineOf(tree[0]!, named)).toEqual([
      'fetcher: does a INTERNAL',
      '  fetcher: does b PRODUCER',
      '    fetcher: does c INTERNAL',
    ]);
  });
});
