import { ROOT_CONTEXT, SpanKind, trace } from '@opentelemetry/api';

import type { RawBatch } from '../broker.port.js';
import { persistently } from '../backoff.js';
import type { Message } from '../message.js';
import { attribute, spanName } from '../names.js';
import type { Outcome } from '../outcome.js';
import type { PositionPort } from '../position.port.js';
import type { Step, StepContext, StepDependencies } from './step.js';

/** How many records, from the first on, are finished and committed. */
export type Commit = (
  batch: RawBatch,
  messages: readonly Message<unknown>[],
  context: StepContext,
) => Promise<number>;

interface CommittedSubscription {
  readonly topic: string;
  readonly group: string;
  /** Of a stateful service. */
  readonly position?: PositionPort;
}

const hasLeft = ({ kind }: Outcome) => kind === 'retry' || kind === 'deadLetter';

/**
 * Commits behind the finished records and never further: outcomes come in the messages' order, so
 * the first one missing is the lowest unfinished offset. Where records left for a retry topic or the
 * dead letters, which are written by now, the position no longer counts them as unsettled. The fuse's
 * state travels in the commit's metadata and so survives a restart.
 */
export const commit = (
  { topic, group, position }: CommittedSubscription,
  { clock, random, log }: StepDependencies,
) => {
  const tracer = trace.getTracer('@tocsin/messaging');
  return (next: Step): Commit =>
    async (batch, messages, context) => {
      const outcomes = await next(messages, context);
      const last = messages[outcomes.length - 1];
      if (last === undefined) return 0;
      context.signal.throwIfAborted();
      if (position !== undefined && outcomes.some(hasLeft)) {
        await persistently(
          () => position.settle(group, context.topic, context.partition, last.offset + 1n),
          { clock, random },
          context.signal,
          (error) =>
            log.warn('ERR_MESSAGING_POSITION_SETTLE', 'the position can not be written', {
              topic: context.topic,
              partition: context.partition,
              error: error instanceof Error ? error.message : String(error),
            }),
        );
      }
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
