import type { Codec } from './codec.port.js';
import { header, originOf } from './headers.js';
import { traceHeaders } from './message-context.js';
import type { OutgoingRecord, RawMessage } from './message.js';
import type { Output } from './outcome.js';

export interface Cause {
  /** The message that the output answers. */
  readonly message: RawMessage;
  readonly group: string;
  readonly codec: Codec;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * An output as a record: encoded by its contract, with CloudEvents headers and its cause's trace.
 * Unless the handler gives a `ce_id`, it follows from the cause, so that a redelivery repeats it.
 * @throws Error when the value breaks the topic's contract
 */
export function outgoing(output: Output, place: number, cause: Cause): OutgoingRecord {
  const { message, group, codec, now } = cause;
  return {
    topic: output.topic,
    key: output.key,
    value: output.value === null ? null : codec.encode(output.topic, output.value),
    headers: {
      [header.ceId]: `${causeId(message)}/${group}/${output.topic}/${place}`,
      [header.ceType]: `tocsin.${output.topic}`,
      [header.ceSource]: `/tocsin/${group}`,
      [header.ceTime]: new Date(now).toISOString(),
      [header.schemaVersion]: codec.schemaVersion(output.topic),
      [header.contentType]: 'application/json',
      ...traceHeaders(message),
      ...output.headers,
    },
  };
}

/** For the outbox of a stateful service: its outputs as records of its group. `now`: ms since the epoch. */
export const outboxEncoder =
  (group: string, codec: Codec, now: () => number) =>
  (output: Output, place: number, message: RawMessage): OutgoingRecord =>
    outgoing(output, place, { message, group, codec, now: now() });

/** The cause's place in the log, the first one through retries: ids don't pile up over the hops. */
function causeId(message: RawMessage): string {
  const { topic, partition, offset } = originOf(message);
  return `${topic}/${partition}/${offset}`;
}
