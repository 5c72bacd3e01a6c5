import { deadLetterHeader, originOf, retryHeader, stageOfClass, without } from './headers.js';
import type { OutgoingRecord, RawMessage } from './message.js';
import { headerText } from './message.js';
import type { Outcome } from './outcome.js';
import { deliveriesOf } from './retry-record.js';
import { deadLetterTopic, retryTopic } from './topic-names.js';

export interface DeadLetterPlace {
  /** Logical topic of the subscription. */
  readonly topic: string;
  readonly group: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Enough to recognise the fault; the log has the rest, and redrives must not grow the record. */
const MAX_ERROR_TEXT = 1_000;

/** Key, value bytes and headers as they came, and beside them why, where and which offset. */
export function deadLetterRecord(
  message: RawMessage,
  outcome: Extract<Outcome, { kind: 'deadLetter' }>,
  { topic, group, now }: DeadLetterPlace,
): OutgoingRecord {
  const origin = originOf(message);
  const code = (outcome.error as { code?: unknown }).code;
  return {
    topic: deadLetterTopic(topic, group),
    key: message.key,
    value: message.value,
    headers: {
      ...without(message.headers, retryHeader, deadLetterHeader),
      [deadLetterHeader.topic]: origin.topic,
      [deadLetterHeader.partition]: String(origin.partition),
      [deadLetterHeader.offset]: String(origin.offset),
      [deadLetterHeader.group]: group,
      [deadLetterHeader.deliveryCount]: String(deliveriesOf(message)),
      [deadLetterHeader.message]: outcome.error.message.slice(0, MAX_ERROR_TEXT),
      [deadLetterHeader.class]: outcome.class,
      [deadLetterHeader.exception]: typeof code === 'string' ? code : outcome.error.name,
      [deadLetterHeader.stage]: stageOfClass[outcome.class],
      [deadLetterHeader.firstFailedAt]:
        headerText(message, retryHeader.firstFailedAt) ?? String(now),
      [deadLetterHeader.lastFailedAt]: String(now),
      [deadLetterHeader.redriveCount]: headerText(message, deadLetterHeader.redriveCount) ?? '0',
    },
  };
}

/**
 * The dead letter on its way back: to the group's own first retry topic, never to the source, so
 * that no other group sees it again.
 * @throws Error when the record doesn't carry the headers of a dead letter.
 */
export function redriveRecord(
  letter: RawMessage,
  place: DeadLetterPlace & { readonly delay: string },
): OutgoingRecord {
  const text = (name: string) => {
    const value = headerText(letter, name);
    if (value === undefined) throw new Error(`not a dead letter: the header ${name} is missing`);
    return value;
  };
  const redrives = Number(headerText(letter, deadLetterHeader.redriveCount) ?? 0) + 1;
  return {
    topic: retryTopic(place.topic, place.group, place.delay),
    key: letter.key,
    value: letter.value,
    headers: {
      ...without(letter.headers, deadLetterHeader, retryHeader),
      [retryHeader.topic]: text(deadLetterHeader.topic),
      [retryHeader.partition]: text(deadLetterHeader.partition),
      [retryHeader.offset]: text(deadLetterHeader.offset),
      [retryHeader.notBefore]: String(place.now),
      [retryHeader.firstFailedAt]: text(deadLetterHeader.firstFailedAt),
      [deadLetterHeader.redriveCount]: String(redrives),
    },
  };
}
