import { describe, expect, it } from '@jest/globals';
import { memoryBroker } from '@tocsin/messaging-kafka/testing';
import { readTable } from './read-table.js';

const TOPIC = 'incident-updated';
const record = (key: string, value: string | null) => ({
  topic: TOPIC,
  key,
  value: value === null ? null : Buffer.from(value),
  headers: {},
});

describe('a compacted topic as a table', () => {
  it('is empty where the topic is', async () => {
    const { newest, next } = await readTable(memoryBroker(), TOPIC);
    expect(newest.size).toBe(0);
    expect(new Set(next.values())).toEqual(new Set([0n]));
  });

  it('holds the newest of each key without what was deleted, and says where to go on', async () => {
    const broker = memoryBroker();
    const rows = [record('a', '1'), record('b', '1'), record('a', '2'), record('b', null)];
    for (const row of rows) await broker.publish([row]);
    const { newest, next } = await readTable(broker, TOPIC);
    expect([...newest].map(([key, { value }]) => [key, String(value)])).toEqual([['a', '2']]);
    expect([...next.values()].reduce((sum, offset) => sum + offset, 0n)).toBe(4n);
  });
});
