import { ROOT_CONTEXT, SpanKind, trace } from '@opentelemetry/api';

import type { RawBatch } from '../broker.port.js';
import type { Message } from '../message.js';
import { attribute, spanName } from '../names.js';
import type { Step, StepContext } from './step.js';

/** How many records, from the first on, are finished and committed. */
export type Commit = (
  batch: RawBatch,
  messages: readonly Message<unknown>[],
  context: StepContext,
) => Promise<number>;

/**
 * Commits behind the finished records and never further: outcomes come in the messages' order, so
 * the first one missing is the lowest unfinished offset. The fuse's state travels in the commit's
 * metadata and so survives a restart.
 */
export const commit = ({ topic, group }: { topic: string; group: string }) => {
  const tracer = trace.getTracer('@tocsin/messaging');
  return (next: Step): Commit =>
    async (batch, messages, context) => {
      const outcomes = await next(messages, context);
      const last = messages[outcomes.length - 1];
      if (last === undefined) return 0;
      context.signal.throwIfAborted();
      const span = tracer.startSpan(
        spanName.commit(topic),
        {
          kind: SpanKind.CLIENT,
          attributes: {
            [attribute.system]: 'kafka',
            [attribute.operationType]: 'settle',
            [attribute.operationName]: 'commit',
            [attribute.destination]: context.topic,
            [attribute.partition]: String(context.partition),
            [attribute.group]: group,
            [attribute.offset]: String(last.offset + 1n),
          },
        },
        ROOT_CONTEXT,
      );
      try {
        await batch.commit(last.offset + 1n, context.fuse.serialise());
      } finally {
        span.end();
      }
      return outcomes.length;
    };
};
