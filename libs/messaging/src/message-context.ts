import type { Context } from '@opentelemetry/api';
import { ROOT_CONTEXT, propagation, trace } from '@opentelemetry/api';

import { header } from './headers.js';
import type { MessageHeaders, OutgoingRecord, RawMessage } from './message.js';
import { headerText } from './message.js';

/** Keyed by the headers object: it stays the same when decoding makes a new message of a record. */
const contexts = new WeakMap<MessageHeaders, Context>();

/** The context of the message's own `process` span; undefined when it isn't recorded. */
export const messageContext = (message: RawMessage): Context | undefined =>
  contexts.get(message.headers);

export const setMessageContext = (message: RawMessage, context: Context): void => {
  contexts.set(message.headers, context);
};

/**
 * Whether the message's trace is recorded: the flag's lowest bit, read from the bytes, since for
 * ninety-nine in a hundred this is all that tracing needs to do. Undefined without a traceparent.
 */
export function isSampled(headers: OutgoingRecord['headers']): boolean | undefined {
  const value = headers[header.traceparent];
  const text = (Array.isArray(value) ? value[0] : value) as Buffer | string | undefined;
  if (text === undefined || text.length < 55) return undefined;
  const flag = typeof text === 'string' ? text.charCodeAt(54) : (text[54] as number);
  return (Number.parseInt(String.fromCharCode(flag), 16) & 1) === 1;
}

/** The context that a record's headers carry (W3C). */
export const remoteContext = (record: Pick<OutgoingRecord, 'headers'>): Context =>
  propagation.extract(ROOT_CONTEXT, record, {
    get: (carrier, name) => headerText(carrier, name),
    keys: (carrier) => Object.keys(carrier.headers),
  });

/** Headers that let what follows from the message join its trace; the outbox stores them. */
export function traceHeaders(message: RawMessage): Record<string, string> {
  const carrier: Record<string, string> = {};
  const context = messageContext(message);
  if (context !== undefined && trace.getSpanContext(context) !== undefined) {
    propagation.inject(context, carrier);
    return carrier;
  }
  for (const name of [header.traceparent, header.tracestate]) {
    const text = headerText(message, name);
    if (text !== undefined) carrier[name] = text;
  }
  return carrier;
}
