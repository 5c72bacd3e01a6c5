import type { DeadLetterClass } from './outcome.js';
import type { MessageHeaders, RawMessage } from './message.js';
import { headerText } from './message.js';

/** Header names that we write; values are UTF-8 text throughout. */
export const header = {
  ceId: 'ce_id',
  ceType: 'ce_type',
  ceSource: 'ce_source',
  ceTime: 'ce_time',
  schemaVersion: 'schema-version',
  contentType: 'content-type',
  traceparent: 'traceparent',
  tracestate: 'tracestate',
} as const;

/** On records in a retry topic: where the record was first read, and when it may be read again. */
export const retryHeader = {
  topic: 'x-retry-topic',
  partition: 'x-retry-partition',
  offset: 'x-retry-offset',
  deliveries: 'x-retry-deliveries',
  step: 'x-retry-step',
  notBefore: 'x-retry-not-before',
  firstFailedAt: 'x-retry-first-failed-at',
} as const;

/** On dead letters: Kafka's own names (KIP-1191), then ours for what Kafka has no name for. */
export const deadLetterHeader = {
  topic: '__dlq.errors.topic',
  partition: '__dlq.errors.partition',
  offset: '__dlq.errors.offset',
  group: '__dlq.errors.group',
  deliveryCount: '__dlq.errors.delivery.count',
  message: '__dlq.errors.message',
  class: 'x-dlq-class',
  exception: 'x-dlq-exception',
  stage: 'x-dlq-stage',
  firstFailedAt: 'x-dlq-first-failed-at',
  lastFailedAt: 'x-dlq-last-failed-at',
  redriveCount: 'x-dlq-redrive-count',
} as const;

/** The link of the chain that gave a record up, for the operator who reads the dead letter. */
export const stageOfClass: Readonly<Record<DeadLetterClass, string>> = {
  POISON: 'decode',
  SCHEMA: 'decode',
  TIMEOUT: 'deadline',
  TOO_LARGE: 'publish',
  TRANSIENT: 'retry',
  PERMANENT: 'handler',
};

export interface Origin {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
}

/** The place where the record was first read, through however many retries and redrives. */
export function originOf(message: RawMessage): Origin {
  const topic = headerText(message, retryHeader.topic);
  if (topic === undefined) return message;
  return {
    topic,
    partition: Number(headerText(message, retryHeader.partition)),
    offset: BigInt(headerText(message, retryHeader.offset) ?? '0'),
  };
}

/** The record's own headers without those that the given names add. */
export function without(
  headers: MessageHeaders,
  ...names: readonly Readonly<Record<string, string>>[]
): Record<string, Buffer | readonly Buffer[]> {
  const ours = new Set(names.flatMap((each) => Object.values(each)));
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ours.has(name)));
}
