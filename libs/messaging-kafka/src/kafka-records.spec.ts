import { describe, expect, it } from '@jest/globals';
import type { OutgoingRecord } from '@tocsin/messaging';
import type { KafkaMessage } from 'kafkajs';

import { toRecord, toRequests } from './kafka-records.js';

const outgoing = (topic: string, bytes: number, more: Partial<OutgoingRecord> = {}) => ({
  topic,
  key: null,
  value: Buffer.alloc(bytes),
  headers: {},
  ...more,
});

describe('a record as it comes from kafkajs', () => {
  const value = Buffer.from([1, 255]);
  const message = {
    offset: '9007199254740993',
    key: null,
    value,
    headers: { a: Buffer.from('1') },
    timestamp: '1700000000000',
    attributes: 0,
  } as KafkaMessage;

  it('keeps its bytes without a copy and its offset without rounding', () => {
    const record = toRecord('t', 3, message);
    expect(record.value).toBe(value);
    expect(record.offset).toBe(9_007_199_254_740_993n);
    expect(record).toMatchObject({ topic: 't', partition: 3, timestamp: 1_700_000_000_000 });
    expect(record.headers).toBe(message.headers);
  });

  it('has empty headers where it came with none', () => {
    const bare = { ...message, headers: undefined } as KafkaMessage;
    expect(toRecord('t', 0, bare).headers).toEqual({});
  });
});

describe('records on their way to kafkajs', () => {
  it('are one request for each stretch that fits, in their order', () => {
    const requests = toRequests(
      [outgoing('a', 60), outgoing('b', 30), outgoing('a', 20), outgoing('a', 90)],
      100,
    );
    expect(
      requests.map((topics) => topics.map(({ topic, messages }) => [topic, messages.length])),
    ).toEqual([
      [
        ['a', 1],
        ['b', 1],
      ],
      [['a', 1]],
      [['a', 1]],
    ]);
  });

  it('go alone when one is larger than a request: the broker decides on it', () => {
    const requests = toRequests([outgoing('a', 10), outgoing('a', 500), outgoing('a', 10)], 100);
    expect(requests).toHaveLength(3);
  });

  it('count keys and headers, too', () => {
    const wide = outgoing('a', 10, { key: 'k'.repeat(50), headers: { h: 'x'.repeat(50) } });
    expect(toRequests([wide, outgoing('a', 1)], 110)).toHaveLength(2);
  });

  it('name a partition only where one was asked for', () => {
    const [[{ messages } = { messages: [] }] = []] = toRequests(
      [outgoing('a', 1, { partition: 4 }), outgoing('a', 1)],
      100,
    );
    expect(messages.map((message) => message.partition)).toEqual([4, undefined]);
  });

  it('make no request of nothing', () => {
    expect(toRequests([], 100)).toEqual([]);
  });
});
