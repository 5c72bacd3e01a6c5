import type { Codec } from '../codec.port.js';
import { PermanentError } from '../errors.js';
import type { BatchHandler, HandlerContext } from '../handler.js';
import { header } from '../headers.js';
import type { Message } from '../message.js';
import { headerText } from '../message.js';
import type { Outcome } from '../outcome.js';
import { deadLetter } from '../outcome.js';

const refused = (error: unknown): Outcome => {
  if (error instanceof PermanentError) return deadLetter(error.deadLetterClass, error);
  const cause = error instanceof Error ? error : new Error(String(error));
  return cause instanceof SyntaxError ? deadLetter('POISON', cause) : deadLetter('SCHEMA', cause);
};

/**
 * Gives the handler values of the contract's type. A record that is none never reaches it: bytes
 * that can't be read are POISON, a value that breaks the contract is SCHEMA. A tombstone's payload
 * is null.
 */
export const decode =
  <T, C extends HandlerContext>(topic: string, codec: Codec) =>
  (next: BatchHandler<T, C>): BatchHandler<unknown, C> =>
  async (records, context) => {
    const messages: Message<T>[] = [];
    let refusals: Map<number, Outcome> | undefined;
    for (const [index, record] of records.entries()) {
      try {
        messages.push({ ...record, payload: payloadOf(record) as T });
      } catch (error) {
        (refusals ??= new Map()).set(index, refused(error));
      }
    }
    const outcomes = messages.length === 0 ? [] : await next(messages, context);
    if (outcomes.length !== messages.length) {
      throw new PermanentError(
        'ERR_MESSAGING_OUTCOMES',
        `the handler returned ${outcomes.length} outcomes for ${messages.length} messages`,
      );
    }
    if (refusals === undefined) return outcomes;
    let handled = 0;
    return records.map((_, index) => refusals.get(index) ?? (outcomes[handled++] as Outcome));

    function payloadOf(record: Message<unknown>): unknown {
      if (record.value === null) return null;
      return codec.decode(topic, headerText(record, header.schemaVersion), record.value);
    }
  };
