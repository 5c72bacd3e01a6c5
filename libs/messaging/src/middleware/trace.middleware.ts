import type { Context, Span, SpanOptions } from '@opentelemetry/api';
import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  context as active,
  trace as api,
} from '@opentelemetry/api';

import type { Clock } from '../environment.port.js';
import { retryHeader } from '../headers.js';
import type { Message } from '../message.js';
import { isSampled, remoteContext, setMessageContext } from '../message-context.js';
import { attribute, spanName } from '../names.js';
import type { Outcome } from '../outcome.js';
import type { Middleware } from './step.js';

/**
 * Every record of a batch is a `process` span below its own message's context, and the batch's
 * `poll` span links to them. A record that comes again (retry, redrive) begins a trace of its own
 * with a link to the first, so that no trace stays open for half an hour. Records whose producer
 * chose not to record their trace get no span at all, and cost one look at a byte – unless they fail: a
 * failure is kept whatever was chosen, as a span that begins with its error for the sampler to see.
 */
export const trace = (
  { topic, group }: { topic: string; group: string },
  clock: Clock,
): Middleware => {
  const tracer = api.getTracer('@tocsin/messaging');
  return (next) => async (messages, context) => {
    const shared = {
      [attribute.system]: 'kafka',
      [attribute.destination]: context.topic,
      [attribute.partition]: String(context.partition),
      [attribute.group]: group,
    };
    const poll = tracer.startSpan(
      spanName.poll(topic),
      {
        kind: SpanKind.CLIENT,
        attributes: {
          ...shared,
          [attribute.operationType]: 'receive',
          [attribute.operationName]: 'poll',
          [attribute.batchCount]: messages.length,
        },
      },
      ROOT_CONTEXT,
    );
    const began = clock.now();
    const spans = startSpans(messages);
    if (spans !== undefined && poll.isRecording()) {
      poll.addLinks([...spans.values()].map((span) => ({ context: span.spanContext() })));
    }
    try {
      const outcomes = await active.with(api.setSpan(ROOT_CONTEXT, poll), () =>
        next(messages, context),
      );
      spans?.forEach((span, index) => describe(span, outcomes[index]));
      keepErrors(outcomes);
      return outcomes;
    } catch (error) {
      poll.setStatus({ code: SpanStatusCode.ERROR });
      spans?.forEach((span) => span.setStatus({ code: SpanStatusCode.ERROR }));
      throw error;
    } finally {
      spans?.forEach((span) => span.end());
      poll.end();
    }

    function startSpans(records: readonly Message<unknown>[]): Map<number, Span> | undefined {
      let started: Map<number, Span> | undefined;
      for (const [index, record] of records.entries()) {
        if (isSampled(record.headers) === false) continue;
        const [span, parent] = startSpan(record);
        setMessageContext(record, api.setSpan(parent, span));
        (started ??= new Map()).set(index, span);
      }
      return started;
    }

    function keepErrors(outcomes: readonly Outcome[]): void {
      for (const [index, outcome] of outcomes.entries()) {
        if (!hasFailed(outcome) || spans?.has(index)) continue;
        const [span] = startSpan(messages[index] as Message<unknown>, {
          startTime: began,
          attributes: { [attribute.errorType]: outcome.error.name },
        });
        describe(span, outcome);
        span.end();
      }
    }

    function startSpan(record: Message<unknown>, late: SpanOptions = {}): [Span, Context] {
      const remote = remoteContext(record);
      const origin = api.getSpanContext(remote);
      const isAgain = record.headers[retryHeader.topic] !== undefined;
      const parent = isAgain ? ROOT_CONTEXT : remote;
      const span = tracer.startSpan(
        spanName.process(topic),
        {
          ...late,
          kind: SpanKind.CONSUMER,
          links: isAgain && origin !== undefined ? [{ context: origin }] : [],
          attributes: {
            ...shared,
            [attribute.operationType]: 'process',
            [attribute.operationName]: 'process',
            [attribute.offset]: String(record.offset),
            ...(record.key === null ? {} : { [attribute.key]: record.key.toString('utf8') }),
            ...late.attributes,
          },
        },
        parent,
      );
      return [span, parent];
    }
  };
};

const hasFailed = (
  outcome: Outcome,
): outcome is Extract<Outcome, { kind: 'retry' | 'deadLetter' }> =>
  outcome.kind === 'retry' || outcome.kind === 'deadLetter';

function describe(span: Span, outcome: Outcome | undefined): void {
  if (outcome === undefined) return;
  span.setAttribute(attribute.outcome, outcome.kind);
  if (outcome.kind === 'drop') span.setAttribute(attribute.code, outcome.code);
  if (!hasFailed(outcome)) return;
  span.setAttribute(attribute.errorType, outcome.error.name);
  span.setStatus({ code: SpanStatusCode.ERROR, message: outcome.error.message });
}
