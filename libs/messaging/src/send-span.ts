import type { Span } from '@opentelemetry/api';
import { SpanKind, SpanStatusCode, propagation, trace } from '@opentelemetry/api';

import { messageContext } from './message-context.js';
import type { OutgoingRecord, RawMessage } from './message.js';
import { attribute, spanName } from './names.js';

const tracer = trace.getTracer('@tocsin/messaging');

/**
 * Gives each recorded cause a `send` span per output, and the output that span's context, so that
 * the next service's `process` hangs below it. Causes whose trace isn't recorded cost a look-up.
 */
export async function traced<R>(
  records: readonly OutgoingRecord[],
  causes: readonly RawMessage[],
  send: () => Promise<R>,
): Promise<R> {
  const spans: Span[] = [];
  for (const [index, cause] of causes.entries()) {
    const parent = messageContext(cause);
    const record = records[index];
    if (parent === undefined || record === undefined) continue;
    const span = tracer.startSpan(
      spanName.send(record.topic),
      {
        kind: SpanKind.PRODUCER,
        attributes: {
          [attribute.system]: 'kafka',
          [attribute.operationType]: 'send',
          [attribute.operationName]: 'send',
          [attribute.destination]: record.topic,
          [attribute.key]: String(record.key),
        },
      },
      parent,
    );
    propagation.inject(trace.setSpan(parent, span), record.headers as Record<string, string>);
    spans.push(span);
  }
  try {
    return await send();
  } catch (error) {
    for (const span of spans) span.setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    for (const span of spans) span.end();
  }
}
