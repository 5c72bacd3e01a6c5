import type { HandlerContext, Message, OutgoingRecord, Output } from '@tocsin/messaging';

export const context: HandlerContext = {
  group: 'group',
  topic: 'in',
  partition: 0,
  signal: new AbortController().signal,
};

/** Messages of the context's partition whose payload is their key. */
export const messagesAt = (...offsets: number[]): Message<string>[] =>
  offsets.map((offset) => ({
    topic: context.topic,
    partition: context.partition,
    offset: BigInt(offset),
    key: Buffer.from(`key-${offset}`),
    value: Buffer.from(`value-${offset}`),
    headers: {},
    timestamp: 0,
    payload: `key-${offset}`,
  }));

export const encodeAsJson = ({ topic, key, value, headers = {} }: Output): OutgoingRecord => ({
  topic,
  key,
  value: value === null ? null : Buffer.from(JSON.stringify(value)),
  headers,
});
