import assert from 'node:assert/strict';

import { PermanentError } from '../errors.js';
import type { ConformanceCase } from './harness.js';
import { Witness, commitAll, numbered, recordFor, subscribed, until } from './harness.js';

/** What goes in comes out, in order and byte for byte. */
export const deliveryCases: readonly ConformanceCase[] = [
  {
    name: 'delivers every record of a key in the order of publication',
    async run({ broker, createTopic, newGroup }) {
      const topic = await createTopic(3);
      const keys = ['a', 'b', 'c', 'd'];
      const sent = Array.from({ length: 200 }, (_, i) =>
        recordFor(topic, keys[i % 4] as string, String(i)),
      );
      await broker.publish(sent.slice(0, 120));
      await broker.publish(sent.slice(120));
      const witness = new Witness(newGroup(), [topic], commitAll);
      await subscribed(broker, witness, async () => {
        const values = () => new Set(witness.seen.map(({ value }) => String(value)));
        await until('200 records', () => values().size >= 200);
      });
      for (const key of keys) {
        const values = witness.seen
          .filter((record) => String(record.key) === key)
          .map((record) => Number(record.value));
        // What was not committed when partitions were divided anew comes again: each for the first time in order.
        assert.deepEqual(
          [...new Set(values)],
          sent.filter((record) => record.key === key).map((record) => Number(record.value)),
        );
        const partitions = new Set(
          witness.seen.filter((r) => String(r.key) === key).map((r) => r.partition),
        );
        assert.equal(partitions.size, 1, 'one key, one partition');
      }
    },
  },
  {
    name: 'carries binary keys and values, repeated headers and tombstones untouched',
    async run({ broker, createTopic, newGroup }) {
      const topic = await createTopic(1);
      const binary = Buffer.from([0, 255, 254, 10, 13, 0, 128]);
      await broker.publish([
        { topic, key: binary, value: binary, headers: { one: 'é', raw: binary } },
        { topic, key: 'gone', value: null, headers: { many: [Buffer.from('a'), binary] } },
        { topic, key: null, value: Buffer.alloc(0), headers: {} },
      ]);
      const witness = new Witness(newGroup(), [topic], commitAll);
      await subscribed(broker, witness, async () => {
        await until('three records', () => witness.seen.length >= 3);
      });
      const [first, second, third] = witness.seen;
      assert.deepEqual([first?.key, first?.value], [binary, binary]);
      assert.deepEqual(first?.headers['one'], Buffer.from('é'));
      assert.deepEqual(first?.headers['raw'], binary);
      assert.equal(second?.value, null);
      assert.deepEqual(second?.headers['many'], [Buffer.from('a'), binary]);
      assert.deepEqual([third?.key, third?.value], [null, Buffer.alloc(0)]);
    },
  },
  {
    name: 'starts a new group at the earliest record and gives each group everything',
    async run({ broker, createTopic, newGroup }) {
      const topic = await createTopic(1);
      await broker.publish(numbered(topic, 0, 10));
      for (const group of [newGroup(), newGroup()]) {
        const witness = new Witness(group, [topic], commitAll);
        await subscribed(broker, witness, async () => {
          await until('ten records', () => witness.seen.length >= 10);
        });
        assert.deepEqual(
          witness.seen.map((record) => record.offset),
          Array.from({ length: 10 }, (_, i) => BigInt(i)),
        );
      }
    },
  },
  {
    name: 'refuses an oversize record as TOO_LARGE and goes on with the next',
    async run({ broker, createTopic, newGroup, oversize }) {
      const topic = await createTopic(1);
      await assert.rejects(
        broker.publish([recordFor(topic, 'big', oversize)]),
        (error) => error instanceof PermanentError && error.deadLetterClass === 'TOO_LARGE',
      );
      await broker.publish([recordFor(topic, 'small', 'fits')]);
      const witness = new Witness(newGroup(), [topic], commitAll);
      await subscribed(broker, witness, async () => {
        await until('the small record', () => witness.seen.length >= 1);
      });
      assert.deepEqual(witness.values, ['fits']);
    },
  },
  {
    name: 'knows both ends of a log and the lag behind its end',
    async run({ broker, createTopic, newGroup }) {
      const topic = await createTopic(2);
      await broker.publish(numbered(topic, 1, 7));
      const ranges = await broker.ranges(topic);
      assert.deepEqual(ranges.get(0), { low: 0n, high: 0n });
      assert.deepEqual(ranges.get(1), { low: 0n, high: 7n });
      const witness = new Witness(newGroup(), [topic], async (batch) => {
        assert.equal(batch.highWatermark, 7n);
        await commitAll(batch);
      });
      await subscribed(broker, witness, async (subscription) => {
        await until('seven records', () => witness.seen.length >= 7);
        await until('no lag', () => subscription.health().lag[`${topic}/1`] === 0);
        assert.equal(subscription.health().assigned.length, 2);
        assert.ok((subscription.health().lastPoll ?? 0) > 0);
      });
    },
  },
];
