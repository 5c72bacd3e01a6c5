import type { Span } from '@opentelemetry/api';
import { SpanKind, SpanStatusCode, propagation, trace } from '@opentelemetry/api';

import type { Publisher } from './broker.port.js';
import { isSampled, remoteContext } from './message-context.js';
import type { OutgoingRecord } from './message.js';
import { attribute, spanName } from './names.js';

const tracer = trace.getTracer('@tocsin/messaging');

/**
 * Gives each record of a recorded trace a `send` span below the context that its headers carry, and
 * sends it with that span's own, so that the next service's `process` hangs below the `send`. The
 * records given are left as they are: one that has to go out again gets a sibling, not a child.
 * Records whose trace isn't recorded cost a look at a byte.
 */
export const tracedPublisher = (publisher: Publisher): Publisher => ({
  async publish(records) {
    const spans: Span[] = [];
    const sent = records.map((record) => {
      if (isSampled(record.headers) !== true) return record;
      const [span, below] = startSend(record);
      spans.push(span);
      return below;
    });
    try {
      await publisher.publish(sent);
    } catch (error) {
      for (const span of spans) span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      for (const span of spans) span.end();
    }
  },
});

function startSend(record: OutgoingRecord): [Span, OutgoingRecord] {
  const parent = remoteContext(record);
  const span = tracer.startSpan(
    spanName.send(record.topic),
    {
      kind: SpanKind.PRODUCER,
      attributes: {
        [attribute.system]: 'kafka',
        [attribute.operationType]: 'send',
        [attribute.operationName]: 'send',
        [attribute.destination]: record.topic,
        ...(record.key === null ? {} : { [attribute.key]: String(record.key) }),
      },
    },
    parent,
  );
  const own: Record<string, string> = {};
  propagation.inject(trace.setSpan(parent, span), own);
  return [span, { ...record, headers: { ...record.headers, ...own } }];
}
