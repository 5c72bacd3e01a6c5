import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { trace } from '@opentelemetry/api';
import { type Telemetry, startTelemetry } from '../start-telemetry.js';
import { createLogger } from './logger.js';
import { NestLogger } from './nest-logger.js';

let lines: string[];
let telemetry: Telemetry;
const logger = (level: 'info' | 'trace' = 'info') =>
  createLogger({
    serviceName: 'extractor',
    level,
    destination: { write: (line: string) => void lines.push(line) },
  });
const written = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);

beforeEach(() => {
  lines = [];
  telemetry = startTelemetry({
    serviceName: 'extractor',
    config: { sampler: 'always_on', samplerRatio: 1 },
  });
});
afterEach(() => telemetry.shutdown());

describe('a log line', () => {
  it('is one JSON line with time, level, service and message', () => {
    logger().info({ topic: 'article-fetched' }, 'consumed');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^\{.*\}\n$/);
    expect(written()[0]).toMatchObject({
      level: 'info',
      service: 'extractor',
      topic: 'article-fetched',
      msg: 'consumed',
    });
  });

  it('carries the ids of the active span, and none without one', () => {
    logger().info('outside');
    trace.getTracer('t').startActiveSpan('work', (span) => {
      logger().info('inside');
      expect(written()[1]).toMatchObject({
        trace_id: span.spanContext().traceId,
        span_id: span.spanContext().spanId,
      });
      span.end();
    });
    expect(written()[0]).not.toHaveProperty('trace_id');
  });

  it('is not written below the level', () => {
    logger().debug('quiet');
    expect(lines).toEqual([]);
  });

  it('hides secrets by their key', () => {
    logger().info({
      password: 'p1',
      db: { password: 'p2' },
      req: { headers: { authorization: 'p3' } },
    });
    expect(lines[0]).not.toMatch(/p1|p2|p3/);
  });

  it('hides the credentials of a URL anywhere in the text', () => {
    logger().error({ err: new Error('no route to postgres://u:hunter2@db/x') }, 'failed');
    expect(lines[0]).not.toContain('hunter2');
    expect(lines[0]).toContain('postgres://[redacted]@db/x');
  });
});

describe("Nest's log calls", () => {
  it('become lines with the context that Nest passes last', () => {
    new NestLogger(logger('trace')).log('mapped', 'RouterExplorer');
    new NestLogger(logger()).log('mapped', 'RouterExplorer');
    expect(written()).toMatchObject([{ level: 'debug', msg: 'mapped', context: 'RouterExplorer' }]);
  });

  it('keep the stack of an error', () => {
    new NestLogger(logger()).error('failed', 'Error: failed\n  at x', 'Router');
    expect(written()[0]).toMatchObject({ level: 'error', context: 'Router' });
    expect(written()[0]?.['stack']).toContain('at x');
  });

  it('take errors and objects as messages', () => {
    const nest = new NestLogger(logger());
    nest.error(new Error('failed'));
    nest.warn({ a: 1 });
    expect(written()[0]).toMatchObject({ msg: 'failed', err: { message: 'failed' } });
    expect(written()[1]).toMatchObject({ level: 'warn', msg: '{"a":1}' });
  });

  it('keep their severity', () => {
    const nest = new NestLogger(logger('trace'));
    nest.debug('d');
    nest.verbose('v');
    nest.fatal('f');
    expect(written().map(({ level }) => level)).toEqual(['debug', 'trace', 'fatal']);
  });
});
