import { describe, expect, it } from '@jest/globals';
import type { OutgoingRecord } from '@tocsin/messaging';
import { batchedPublisher } from './batched-publisher.js';

const record = (key: string): OutgoingRecord => ({ topic: 't', key, value: null, headers: {} });

describe('records published at the same time', () => {
  it('are sent together', async () => {
    const sends: number[] = [];
    const publisher = batchedPublisher({
      publish: async (records) => void sends.push(records.length),
    });
    await Promise.all(['a', 'b', 'c'].map((key) => publisher.publish([record(key)])));
    expect(sends).toEqual([3]);
  });

  it('fail alone when the broker will not have one of them', async () => {
    const taken: unknown[] = [];
    const publisher = batchedPublisher({
      publish: async (records) => {
        if (records.some(({ key }) => key === 'bad')) throw new Error('too large');
        taken.push(...records.map(({ key }) => key));
      },
    });
    const outcomes = await Promise.allSettled(
      ['a', 'bad', 'c'].map((key) => publisher.publish([record(key)])),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(taken).toEqual(['a', 'c']);
  });
});
