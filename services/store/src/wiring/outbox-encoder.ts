import { header, traceHeaders, type Codec } from '@tocsin/messaging';
import type { OutboxEncoder } from '@tocsin/persistence';

/**
 * Outputs as records for the outbox, with CloudEvents headers and the trace of the message that caused them.
 * The id follows from the cause, so that a repetition is known as one. `now`: ms since the epoch.
 */
export const outboxEncoder =
  (group: string, codec: Codec, now: () => number): OutboxEncoder =>
  (output, place, source) => ({
    topic: output.topic,
    key: output.key,
    value: output.value === null ? null : codec.encode(output.topic, output.value),
    headers: {
      [header.ceId]: `${source.topic}/${source.partition}/${source.offset}/${group}/${output.topic}/${place}`,
      [header.ceType]: `tocsin.${output.topic}`,
      [header.ceSource]: `/tocsin/${group}`,
      [header.ceTime]: new Date(now()).toISOString(),
      [header.schemaVersion]: codec.schemaVersion(output.topic),
      [header.contentType]: 'application/json',
      ...traceHeaders(source),
      ...output.headers,
    },
  });
