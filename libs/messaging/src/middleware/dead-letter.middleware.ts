import { counter } from '@tocsin/telemetry/catalogue';

import { persistently } from '../backoff.js';
import { deadLetterRecord } from '../dead-letter-record.js';
import type { Message, OutgoingRecord } from '../message.js';
import { attribute } from '../names.js';
import type { DeadLetterClass } from '../outcome.js';
import type { Middleware, StepDependencies } from './step.js';

const written = counter('tocsin.messaging.dead_letters');
const failures = counter('tocsin.messaging.dead_letter.write_failures');

/**
 * Writes what can never succeed to the group's dead letters and waits until it is there; while the
 * write fails the batch stands still and its offset with it. Returns fewer outcomes than messages
 * when the fuse blows: the rest is unfinished and will be read again after the release.
 */
export const deadLetters = (
  { topic, group }: { topic: string; group: string },
  { publisher, clock, random, log }: StepDependencies,
): Middleware => {
  const place = { [attribute.destination]: topic, [attribute.group]: group };
  return (next) => async (messages, context) => {
    const outcomes = await next(messages, context);
    const records: OutgoingRecord[] = [];
    const classes: DeadLetterClass[] = [];
    let finished = 0;
    for (const outcome of outcomes) {
      const message = messages[finished++] as Message<unknown>;
      const isDead = outcome.kind === 'deadLetter';
      if (isDead) {
        classes.push(outcome.class);
        records.push(deadLetterRecord(message, outcome, { topic, group, now: clock.now() }));
      }
      if (context.fuse.count(isDead)) break;
    }
    if (records.length > 0) {
      await persistently(
        () => publisher.publish(records),
        { clock, random },
        context.signal,
        (error) => {
          failures.add(1, place);
          log.error('ERR_MESSAGING_DEAD_LETTER_WRITE', 'the dead letters could not be written', {
            topic: context.topic,
            partition: context.partition,
            error: error instanceof Error ? error.message : String(error),
          });
        },
      );
      for (const kind of classes) written.add(1, { ...place, [attribute.deadLetterClass]: kind });
    }
    return finished === outcomes.length ? outcomes : outcomes.slice(0, finished);
  };
};
