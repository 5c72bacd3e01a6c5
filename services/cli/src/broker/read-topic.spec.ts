import { describe, expect, it } from '@jest/globals';
import { memoryBroker } from '@tocsin/messaging-kafka/testing';
import { readTopic } from './read-topic.js';

const TOPIC = 'incident-updated';
const record = (key: string, value: string) => ({
  topic: TOPIC,
  key,
  value: Buffer.from(value),
  headers: {},
});

describe('a topic read to its end', () => {
  it('gives nothing where it is empty', async () => {
    const given: string[] = [];
    const next = await readTopic(memoryBroker(), TOPIC, ({ key }) => void given.push(String(key)));
    expect(given).toEqual([]);
    expect(new Set(next.values())).toEqual(new Set([0n]));
  });

  it('gives each record once, those of a key in their order, and says where to go on', async () => {
    const broker = memoryBroker();
    for (const n of [1, 2, 3]) await broker.publish([record('a', `${n}`), record('b', `${n}`)]);
    const given: string[] = [];
    const next = await readTopic(broker, TOPIC, async ({ key, value }) => {
      await new Promise((resolve) => setImmediate(resolve));
      given.push(`${key}${value}`);
    });
    expect(given.filter((one) => one.startsWith('a'))).toEqual(['a1', 'a2', 'a3']);
    expect(given.filter((one) => one.startsWith('b'))).toEqual(['b1', 'b2', 'b3']);
    expect([...next.values()].reduce((sum, offset) => sum + offset, 0n)).toBe(6n);
  });

  it('ends with what the taking of a record throws', async () => {
    const broker = memoryBroker();
    await broker.publish([record('a', '1'), record('b', '1')]);
    const full = () => Promise.reject(new Error('The disk is full.'));
    await expect(readTopic(broker, TOPIC, full)).rejects.toThrow('The disk is full.');
  });
});
