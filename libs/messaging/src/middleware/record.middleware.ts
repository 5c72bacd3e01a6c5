import { counter } from '@tocsin/telemetry/catalogue';

import { persistently } from '../backoff.js';
import type { Codec } from '../codec.port.js';
import type { Message, OutgoingRecord } from '../message.js';
import { attribute } from '../names.js';
import { outgoing } from '../outgoing.js';
import type { Outcome } from '../outcome.js';
import type { OnSettled } from '../subscription.js';
import { codeOf, logOutcome } from './log-outcome.js';
import type { Middleware, StepDependencies } from './step.js';

const counted = counter('tocsin.messaging.outcomes');

interface RecordedSubscription {
  readonly topic: string;
  readonly group: string;
  readonly onSettled?: OnSettled;
}

/**
 * Every finished record gets exactly one counted outcome, whatever happened inside, and its service
 * may publish how it ended; the offset waits for that.
 */
export const record = (
  { topic, group, onSettled }: RecordedSubscription,
  codec: Codec,
  { publisher, clock, random, log }: StepDependencies,
): Middleware => {
  return (next) => async (messages, context) => {
    const outcomes = await next(messages, context);
    const counts = new Map<string, { outcome: Outcome; count: number }>();
    for (const [index, outcome] of outcomes.entries()) {
      const code = codeOf(outcome);
      const seen = counts.get(code);
      if (seen === undefined) counts.set(code, { outcome, count: 1 });
      else seen.count += 1;
      logOutcome(log, group, messages[index] as Message<unknown>, outcome);
    }
    for (const [code, { outcome, count }] of counts) {
      counted.add(count, {
        [attribute.destination]: topic,
        [attribute.group]: group,
        [attribute.outcome]: outcome.kind,
        [attribute.code]: code,
      });
    }
    if (onSettled !== undefined) await settle(onSettled);
    return outcomes;

    async function settle(settled: OnSettled): Promise<void> {
      const records: OutgoingRecord[] = outcomes.flatMap((outcome, index) => {
        const message = messages[index] as Message<unknown>;
        return settled(message, outcome).map((output, place) =>
          outgoing(output, place, { message, group: `${group}/settled`, codec, now: clock.now() }),
        );
      });
      if (records.length === 0) return;
      await persistently(
        () => publisher.publish(records),
        { clock, random },
        context.signal,
        (error) =>
          log.error('ERR_MESSAGING_SETTLED_WRITE', 'how records ended could not be published', {
            topic,
            error: error instanceof Error ? error.message : String(error),
          }),
      );
    }
  };
};
