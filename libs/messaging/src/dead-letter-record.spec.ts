import { describe, expect, it } from '@jest/globals';

import { deadLetterRecord, redriveRecord } from './dead-letter-record.js';
import { PermanentError } from './errors.js';
import type { OutgoingRecord, RawMessage } from './message.js';
import { deadLetter } from './outcome.js';
import { nextStepOf, notBeforeOf, retryRecord } from './retry-record.js';

const value = Buffer.from([123, 255, 0, 125]);
const first: RawMessage = {
  topic: 'in',
  partition: 2,
  offset: 77n,
  key: Buffer.from('k'),
  value,
  headers: { mark: Buffer.from([0, 255]), many: [Buffer.from('a'), Buffer.from('b')] },
  timestamp: 5,
};
const outcome = deadLetter('SCHEMA', new PermanentError('ERR_X', 'x'.repeat(5_000)));
const died = outcome as Extract<typeof outcome, { kind: 'deadLetter' }>;
const place = (now: number) => ({ topic: 'in', group: 'g', now });

/** What the broker would deliver of a published record. */
const delivered = (record: OutgoingRecord, offset: bigint): RawMessage => ({
  topic: record.topic,
  partition: 0,
  offset,
  key: record.key === null ? null : Buffer.from(record.key),
  value: record.value,
  headers: Object.fromEntries(
    Object.entries(record.headers).map(([name, header]) => [
      name,
      typeof header === 'string' ? Buffer.from(header) : header,
    ]),
  ),
  timestamp: 6,
});
const size = ({ headers }: OutgoingRecord) =>
  Object.entries(headers).reduce((sum, [name, each]) => sum + name.length + each.length, 0);

describe('a dead letter', () => {
  it('keeps key, value bytes and headers, and names place, reason and stage', () => {
    const letter = deadLetterRecord(first, died, place(100));
    expect(letter.topic).toBe('in-g-dlq');
    expect(letter.key).toEqual(first.key);
    expect(letter.value).toBe(value);
    expect(letter.headers).toMatchObject({
      mark: first.headers['mark'],
      many: first.headers['many'],
      '__dlq.errors.topic': 'in',
      '__dlq.errors.partition': '2',
      '__dlq.errors.offset': '77',
      '__dlq.errors.group': 'g',
      '__dlq.errors.delivery.count': '1',
      'x-dlq-class': 'SCHEMA',
      'x-dlq-exception': 'ERR_X',
      'x-dlq-stage': 'decode',
      'x-dlq-first-failed-at': '100',
      'x-dlq-last-failed-at': '100',
      'x-dlq-redrive-count': '0',
    });
  });

  it('names the first place and time also after a retry', () => {
    const plan = { topic: 'in-g-retry-10s', step: 0, now: 50, notBefore: 60 };
    const again = delivered(retryRecord(first, plan), 3n);
    expect([nextStepOf(first), nextStepOf(again), notBeforeOf(again)]).toEqual([0, 1, 60]);
    const letter = deadLetterRecord(again, died, place(100));
    expect(letter.headers).toMatchObject({
      '__dlq.errors.topic': 'in',
      '__dlq.errors.offset': '77',
      '__dlq.errors.delivery.count': '2',
      'x-dlq-first-failed-at': '50',
      'x-dlq-last-failed-at': '100',
    });
    expect(Object.keys(letter.headers).filter((name) => name.startsWith('x-retry'))).toEqual([]);
  });

  it('grows by less than 8 KB in ten redrives, which it counts, and keeps its first failure', () => {
    let letter = deadLetterRecord(first, died, place(100));
    for (let i = 1; i <= 10; i += 1) {
      const back = redriveRecord(delivered(letter, BigInt(i)), { ...place(i), delay: '10s' });
      expect(back.topic).toBe('in-g-retry-10s');
      expect(back.value).toEqual(value);
      letter = deadLetterRecord(delivered(back, BigInt(i)), died, place(1_000 + i));
    }
    expect(letter.headers['x-dlq-redrive-count']).toBe('10');
    expect(letter.headers['x-dlq-first-failed-at']).toBe('100');
    expect(letter.headers['__dlq.errors.offset']).toBe('77');
    expect(size(letter) - size({ ...letter, headers: first.headers })).toBeLessThan(8_192);
  });

  it('is the only thing that can be redriven', () => {
    expect(() => redriveRecord(first, { ...place(1), delay: '10s' })).toThrow('not a dead letter');
  });
});
