import { trace } from '@opentelemetry/api';

import type { MessagingLog } from '../environment.port.js';
import { messageContext, remoteContext } from '../message-context.js';
import type { Message } from '../message.js';
import type { Outcome } from '../outcome.js';

/** Characters of a reason that are logged: enough to know the fault by, too few for an article. */
const MAX_REASON = 300;

/** What an operator counts an outcome under: the drop's code, the dead letter's class. */
export function codeOf(outcome: Outcome): string {
  if (outcome.kind === 'drop') return outcome.code;
  if (outcome.kind === 'deadLetter') return outcome.class;
  return outcome.kind;
}

/** One line for a record that did not simply end well: where it is, why, and under which trace it is found. */
export function logOutcome(
  log: MessagingLog,
  group: string,
  message: Message<unknown>,
  outcome: Outcome,
): void {
  if (outcome.kind === 'ok') return;
  const where = {
    group,
    topic: message.topic,
    partition: message.partition,
    offset: String(message.offset),
    key: message.key?.toString('utf8'),
    ...traceIds(message),
  };
  if (outcome.kind === 'drop') {
    const reason = outcome.reason.slice(0, MAX_REASON);
    log.info(codeOf(outcome), 'drop', { ...where, reason });
    return;
  }
  const { code, name, message: why } = outcome.error as Error & { code?: unknown };
  log.warn(codeOf(outcome), outcome.kind, {
    ...where,
    error: typeof code === 'string' ? code : name,
    reason: why.slice(0, MAX_REASON),
  });
}

/** Of the record's own span; where none is recorded, of what its producer sent. */
function traceIds(message: Message<unknown>): Record<string, string> {
  const own = trace.getSpanContext(messageContext(message) ?? remoteContext(message));
  return own === undefined ? {} : { trace_id: own.traceId, span_id: own.spanId };
}
