import type { Publisher } from '../broker.port.js';
import type { Codec } from '../codec.port.js';
import type { Clock } from '../environment.port.js';
import type { OutgoingRecord, RawMessage } from '../message.js';
import type { Outcome, Output } from '../outcome.js';
import { deadLetter } from '../outcome.js';
import { outgoing } from '../outgoing.js';
import { tracedPublisher } from '../traced-publisher.js';
import type { Middleware } from './step.js';

export const outputsOf = (outcome: Outcome): readonly Output[] =>
  outcome.kind === 'retry' ? [] : outcome.outputs;

/**
 * Publishes what the handler returned and waits until the broker has it. A value that breaks its
 * contract makes its record a dead letter (no repetition mends it); a failed publication is an
 * error of the batch, never a dead letter.
 * @throws DependencyDownError, PermanentError of class TOO_LARGE (see `Publisher`)
 */
export const publish = (
  group: string,
  publisher: Publisher,
  codec: Codec,
  clock: Clock,
): Middleware => {
  const traced = tracedPublisher(publisher);
  return (next) => async (messages, context) => {
    const outcomes = await next(messages, context);
    const records: OutgoingRecord[] = [];
    const results = outcomes.map((outcome, index) => {
      const message = messages[index] as RawMessage;
      const outputs = outputsOf(outcome);
      if (outputs.length === 0) return outcome;
      const before = records.length;
      try {
        for (const [place, output] of outputs.entries()) {
          records.push(outgoing(output, place, { message, group, codec, now: clock.now() }));
        }
        return outcome;
      } catch (error) {
        records.length = before;
        return deadLetter('PERMANENT', error as Error);
      }
    });
    if (records.length > 0) {
      // The last moment at which a lost partition can be kept from having an effect.
      context.signal.throwIfAborted();
      await traced.publish(records);
    }
    return results;
  };
};
