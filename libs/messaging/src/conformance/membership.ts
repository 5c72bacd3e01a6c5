import assert from 'node:assert/strict';

import type { RawBatch } from '../broker.port.js';
import type { ConformanceCase } from './harness.js';
import { Witness, commitAll, numbered, pause, subscribed, until } from './harness.js';

/** Members come, go, wait and lose partitions. */
export const membershipCases: readonly ConformanceCase[] = [
  {
    name: 'shares partitions out when a member joins, and takes them back when it leaves',
    async run({ broker, createTopic, newGroup }) {
      const topic = await createTopic(2);
      const group = newGroup();
      const first = new Witness(group, [topic], commitAll);
      const second = new Witness(group, [topic], commitAll);
      await subscribed(broker, first, async () => {
        await until('both partitions', () => first.held.length === 2);
        await subscribed(broker, second, async () => {
          await until('one each', () => first.held.length === 1 && second.held.length === 1);
          const shared = [...first.held, ...second.held].map(({ partition }) => partition);
          assert.deepEqual(shared.sort(), [0, 1]);
          await broker.publish([...numbered(topic, 0, 5), ...numbered(topic, 1, 5)]);
          await until('all records', () => first.seen.length + second.seen.length >= 10);
        });
        await until('both again', () => first.held.length === 2);
      });
    },
  },
  {
    name: 'aborts the work on a lost partition, and what it commits then is not counted',
    async run({ broker, createTopic, newGroup }) {
      const topic = await createTopic(1);
      const group = newGroup();
      await broker.publish(numbered(topic, 0, 5));
      let lost: RawBatch | undefined;
      const stuck = new Witness(group, [topic], async (batch) => {
        if (lost !== undefined) return;
        lost = batch;
        await new Promise((resolve) => batch.signal.addEventListener('abort', resolve));
        await batch.commit(5n, 'too late').catch(() => undefined);
      });
      await subscribed(broker, stuck, async () => {
        await until('the batch', () => lost !== undefined);
        const other = new Witness(group, [topic], () => Promise.resolve());
        await subscribed(broker, other, async () => {
          await until('the loss', () => lost?.signal.aborted === true);
          await until('redelivery', () => stuck.seen.length + other.seen.length >= 10);
        });
        assert.notEqual((await broker.committed(group, topic)).get(0)?.metadata, 'too late');
      });
    },
  },
  {
    name: 'keeps other partitions going while one is paused, and resumes where it stood',
    async run({ broker, createTopic, newGroup }) {
      const topic = await createTopic(2);
      const witness = new Witness(newGroup(), [topic], async (batch, { seen }) => {
        await commitAll(batch);
        if (batch.partition === 0 && seen.length < 100) batch.pause();
      });
      await subscribed(broker, witness, async () => {
        await until('the assignment', () => witness.held.length === 2);
        await broker.publish(numbered(topic, 0, 2));
        await until('two records', () => witness.seen.length >= 2);
        await pause(50);
        await broker.publish([...numbered(topic, 0, 2, 2), ...numbered(topic, 1, 2, 4)]);
        await until('the other partition', () => witness.values.includes('v5'));
        await pause(300);
        assert.ok(!witness.values.includes('v2'), 'a paused partition delivers nothing');
        witness.held.find(({ partition }) => partition === 0)?.resume();
        await until('the paused records', () => witness.values.includes('v3'));
      });
      assert.equal(witness.seen.length, 6);
    },
  },
  {
    name: 'keeps other partitions going while the work on one takes long',
    async run({ broker, createTopic, newGroup }) {
      const topic = await createTopic(2);
      let release: () => void = () => undefined;
      const gate = new Promise<void>((resolve) => (release = resolve));
      const witness = new Witness(newGroup(), [topic], async (batch) => {
        if (batch.partition === 0) await gate;
        await commitAll(batch);
      });
      await subscribed(broker, witness, async () => {
        await until('the assignment', () => witness.held.length === 2);
        await broker.publish(numbered(topic, 0, 1));
        await until('the slow record', () => witness.seen.length >= 1);
        for (const round of [1, 2, 3]) {
          await broker.publish(numbered(topic, 1, 1, round));
          await until(`round ${round}`, () => witness.values.includes(`v${round}`));
        }
        assert.equal(witness.held.length, 2, 'the member is still alive');
        release();
      });
    },
  },
  {
    name: 'lets running work finish and commit when it stops',
    async run({ broker, createTopic, newGroup }) {
      const topic = await createTopic(1);
      const group = newGroup();
      await broker.publish(numbered(topic, 0, 4));
      const witness = new Witness(group, [topic], async (batch) => {
        await pause(400);
        batch.signal.throwIfAborted();
        await commitAll(batch);
      });
      const subscription = await broker.subscribe(witness.request);
      await until('the batch', () => witness.seen.length >= 4);
      await subscription.stop(10_000);
      assert.equal((await broker.committed(group, topic)).get(0)?.offset, 4n);
    },
  },
  {
    name: 'aborts what has not finished when the time to drain is over',
    async run({ broker, createTopic, newGroup }) {
      const topic = await createTopic(1);
      const group = newGroup();
      await broker.publish(numbered(topic, 0, 4));
      let aborted = false;
      const witness = new Witness(group, [topic], async (batch) => {
        await new Promise((resolve) => batch.signal.addEventListener('abort', resolve));
        aborted = true;
      });
      const subscription = await broker.subscribe(witness.request);
      await until('the batch', () => witness.seen.length >= 4);
      await subscription.stop(100);
      await until('the abort', () => aborted);
      assert.equal((await broker.committed(group, topic)).get(0), undefined);
    },
  },
];
