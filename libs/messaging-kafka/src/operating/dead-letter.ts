import type { RawMessage } from '@tocsin/messaging';
import { deadLetterHeader, header, headerText } from '@tocsin/messaging';

/** A dead letter as an operator reads it. */
export interface DeadLetter {
  readonly partition: number;
  readonly offset: bigint;
  readonly class: string;
  /** The error's code. */
  readonly exception: string;
  readonly message: string;
  readonly origin: { readonly topic: string; readonly partition: number; readonly offset: bigint };
  readonly deliveries: number;
  readonly redrives: number;
  /** Milliseconds since the epoch. */
  readonly firstFailedAt: number;
  readonly lastFailedAt: number;
  /** 32 hexadecimal digits; null where the record carried none. */
  readonly traceId: string | null;
  /** The record itself, value bytes untouched. */
  readonly record: RawMessage;
}

/** What the headers of a record in a dead-letter topic say. */
export function toDeadLetter(record: RawMessage): DeadLetter {
  const text = (name: string) => headerText(record, name) ?? '';
  return {
    partition: record.partition,
    offset: record.offset,
    class: text(deadLetterHeader.class),
    exception: text(deadLetterHeader.exception),
    message: text(deadLetterHeader.message),
    origin: {
      topic: text(deadLetterHeader.topic),
      partition: Number(text(deadLetterHeader.partition)),
      offset: offsetOf(text(deadLetterHeader.offset)),
    },
    deliveries: Number(text(deadLetterHeader.deliveryCount)),
    redrives: Number(text(deadLetterHeader.redriveCount)),
    firstFailedAt: Number(text(deadLetterHeader.firstFailedAt)),
    lastFailedAt: Number(text(deadLetterHeader.lastFailedAt)),
    traceId: /^[0-9a-f]{2}-([0-9a-f]{32})-/.exec(text(header.traceparent))?.[1] ?? null,
    record,
  };
}

/** Whatever else a header holds must not keep the others from being read. */
const offsetOf = (text: string): bigint => (/^\d{1,19}$/.test(text) ? BigInt(text) : 0n);
