import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { propagation, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';

import type { MessagingLog } from '../environment.port.js';
import { PermanentError } from '../errors.js';
import { setMessageContext } from '../message-context.js';
import type { Message } from '../message.js';
import { deadLetter, drop, ok, retry, type Outcome } from '../outcome.js';
import { logOutcome } from './log-outcome.js';

propagation.setGlobalPropagator(new W3CTraceContextPropagator());
afterAll(() => propagation.disable());

const lines: [level: string, code: string, message: string, fields: object][] = [];
const writes = (level: string) => (code: string, message: string, fields: object) =>
  void lines.push([level, code, message, fields]);
const log: MessagingLog = { info: writes('info'), warn: writes('warn'), error: writes('error') };
beforeEach(() => void lines.splice(0));

const TRACE = 'a'.repeat(32);
const message = (): Message<unknown> => ({
  topic: 'in',
  partition: 3,
  offset: 7n,
  key: Buffer.from('k'),
  value: Buffer.from('secret text of an article'),
  headers: { traceparent: Buffer.from(`00-${TRACE}-${'b'.repeat(16)}-00`) },
  timestamp: 0,
  payload: undefined,
});
const logged = (outcome: Outcome, about = message()) => {
  logOutcome(log, 'g', about, outcome);
  return lines.at(-1);
};

describe('the log of outcomes', () => {
  it('has no line of a record that ended well', () => {
    expect(logged(ok())).toBeUndefined();
  });

  it('says of a refusal where and why, under the trace of its producer', () => {
    expect(logged(drop('ERR_STALE', 'it is older'))).toEqual([
      'info',
      'ERR_STALE',
      'drop',
      {
        ...{ group: 'g', topic: 'in', partition: 3, offset: '7', key: 'k' },
        ...{ trace_id: TRACE, span_id: 'b'.repeat(16), reason: 'it is older' },
      },
    ]);
  });

  it('warns of what failed, with the code of the error', () => {
    expect(logged(deadLetter('POISON', new PermanentError('ERR_BAD', 'bad')))).toMatchObject([
      ...['warn', 'POISON', 'deadLetter'],
      { error: 'ERR_BAD', reason: 'bad' },
    ]);
    expect(logged(retry(new TypeError('later')))).toMatchObject([
      ...['warn', 'retry', 'retry'],
      { error: 'TypeError', reason: 'later' },
    ]);
  });

  it("names the record's own span where there is one", () => {
    const about = message();
    const own = { traceId: 'c'.repeat(32), spanId: 'd'.repeat(16), traceFlags: 1 };
    setMessageContext(about, trace.setSpan(ROOT_CONTEXT, trace.wrapSpanContext(own)));
    expect(logged(drop('X', 'y'), about)?.[3]).toMatchObject({ trace_id: own.traceId });
  });

  it('holds neither the record nor a whole text that an error repeats', () => {
    logged(retry(new Error('x'.repeat(5_000))));
    expect(JSON.stringify(lines).length).toBeLessThan(700);
    expect(JSON.stringify(lines)).not.toContain('secret');
  });
});
