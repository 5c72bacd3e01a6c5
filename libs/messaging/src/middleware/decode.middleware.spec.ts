import { describe, expect, it } from '@jest/globals';

import { jsonCodec } from '../conformance/json-codec.js';
import { PermanentError } from '../errors.js';
import type { HandlerContext } from '../handler.js';
import type { Message } from '../message.js';
import type { Outcome } from '../outcome.js';
import { drop, ok } from '../outcome.js';
import { decode } from './decode.middleware.js';

const context: HandlerContext = {
  group: 'g',
  topic: 'in',
  partition: 0,
  signal: new AbortController().signal,
};
const record = (value: string | null) =>
  ({
    offset: 0n,
    headers: {},
    value: value === null ? null : Buffer.from(value),
  }) as Message<unknown>;
const seen: unknown[] = [];
const handler = async (messages: readonly Message<unknown>[]): Promise<Outcome[]> => {
  seen.push(...messages.map(({ payload }) => payload));
  return messages.map(({ payload }) => drop('SEEN', JSON.stringify(payload)));
};
const label = (outcome: Outcome) =>
  outcome.kind === 'drop'
    ? outcome.reason
    : outcome.kind === 'deadLetter'
      ? outcome.class
      : outcome.kind;

describe('decoding a batch', () => {
  it('gives the handler what can be read, and each outcome its own record’s place', async () => {
    const records = ['{"n":1}', 'x', '{"invalid":true}', null, '{"n":2}'].map(record);
    const outcomes = await decode('in', jsonCodec)(handler)(records, context);
    expect(outcomes.map(label)).toEqual(['{"n":1}', 'POISON', 'SCHEMA', 'null', '{"n":2}']);
    expect(seen).toEqual([{ n: 1 }, null, { n: 2 }]);
  });

  it('does not call the handler for nothing', async () => {
    const never = () => Promise.reject(new Error('called'));
    const outcomes = await decode('in', jsonCodec)(never)([record('x')], context);
    expect(outcomes.map(label)).toEqual(['POISON']);
  });

  it('keeps the class that the codec gives its errors', async () => {
    const codec = {
      ...jsonCodec,
      decode: () => {
        throw new PermanentError('ERR_BIG', 'too big', 'TOO_LARGE');
      },
    };
    const outcomes = await decode('in', codec)(handler)([record('{}')], context);
    expect(outcomes.map(label)).toEqual(['TOO_LARGE']);
  });

  it('refuses a handler that doesn’t answer for each message', async () => {
    const short = async () => [ok()];
    await expect(
      decode('in', jsonCodec)(short)([record('{}'), record('{}')], context),
    ).rejects.toMatchObject({ code: 'ERR_MESSAGING_OUTCOMES' });
  });
});
