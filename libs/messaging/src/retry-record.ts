import { originOf, retryHeader } from './headers.js';
import type { OutgoingRecord, RawMessage } from './message.js';
import { headerText } from './message.js';

export interface RetryPlan {
  readonly topic: string;
  /** Index of the delay that this retry uses; the next failure uses the one after it. */
  readonly step: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly notBefore: number;
}

/** The same record, key, value bytes and headers, on its way to a retry topic. */
export function retryRecord(message: RawMessage, plan: RetryPlan): OutgoingRecord {
  const origin = originOf(message);
  return {
    topic: plan.topic,
    key: message.key,
    value: message.value,
    headers: {
      ...message.headers,
      [retryHeader.topic]: origin.topic,
      [retryHeader.partition]: String(origin.partition),
      [retryHeader.offset]: String(origin.offset),
      [retryHeader.deliveries]: String(deliveriesOf(message)),
      [retryHeader.step]: String(plan.step),
      [retryHeader.notBefore]: String(plan.notBefore),
      [retryHeader.firstFailedAt]:
        headerText(message, retryHeader.firstFailedAt) ?? String(plan.now),
    },
  };
}

/** How often the record has been delivered, this time included; redrives begin again at one. */
export function deliveriesOf(message: RawMessage): number {
  return Number(headerText(message, retryHeader.deliveries) ?? 0) + 1;
}

/** Which delay comes next for the record: 0 before its first retry topic. */
export function nextStepOf(message: RawMessage): number {
  const step = headerText(message, retryHeader.step);
  return step === undefined ? 0 : Number(step) + 1;
}

/** Milliseconds since the epoch before which the record must not be handled; 0 for at once. */
export function notBeforeOf(message: RawMessage): number {
  return Number(headerText(message, retryHeader.notBefore) ?? 0);
}
