import assert from 'node:assert/strict';

import type { Assignment } from '../broker.port.js';
import type { ConformanceCase } from './harness.js';
import { Witness, commitAll, numbered, pause, subscribed, until } from './harness.js';

/** Nothing is committed but what was asked for, and what wasn't committed comes again. */
export const offsetCases: readonly ConformanceCase[] = [
  {
    name: 'commits exactly the offset and metadata asked for, and nothing of itself',
    async run({ broker, createTopic, newGroup }) {
      const topic = await createTopic(1);
      const group = newGroup();
      await broker.publish(numbered(topic, 0, 10));
      const idle = new Witness(group, [topic], () => Promise.resolve());
      await subscribed(broker, idle, async () => {
        await until('ten records', () => idle.seen.length >= 10);
      });
      assert.equal((await broker.committed(group, topic)).get(0), undefined);

      const committing = new Witness(group, [topic], (batch) => batch.commit(4n, 'state=x'));
      await subscribed(broker, committing, async () => {
        await until('ten records', () => committing.seen.length >= 10);
        await pause(50);
      });
      const committed = (await broker.committed(group, topic)).get(0);
      assert.deepEqual(committed, { offset: 4n, metadata: 'state=x' });
    },
  },
  {
    name: 'redelivers from the last commit when a batch is rejected, at the same offset',
    async run({ broker, createTopic, newGroup }) {
      const topic = await createTopic(1);
      await broker.publish(numbered(topic, 0, 10));
      let failures = 0;
      const starts: bigint[] = [];
      const witness = new Witness(newGroup(), [topic], async (batch) => {
        starts.push(batch.records[0]?.offset ?? -1n);
        if (failures++ < 2) {
          await batch.commit(3n);
          throw new Error('not yet');
        }
        await commitAll(batch);
      });
      await subscribed(broker, witness, async () => {
        await until('the third delivery', () => starts.length >= 3);
      });
      assert.deepEqual(starts.slice(0, 3), [0n, 3n, 3n]);
    },
  },
  {
    name: 'goes on from the commit after a restart and gives its metadata at the assignment',
    async run({ broker, createTopic, newGroup }) {
      const topic = await createTopic(1);
      const group = newGroup();
      await broker.publish(numbered(topic, 0, 10));
      const first = new Witness(group, [topic], (batch) => batch.commit(6n, 'note'));
      await subscribed(broker, first, async () => {
        await until('ten records', () => first.seen.length >= 10);
        await pause(50);
      });
      const second = new Witness(group, [topic], commitAll);
      await subscribed(broker, second, async () => {
        await until('the rest', () => second.seen.length >= 4);
      });
      assert.deepEqual(second.values, ['v6', 'v7', 'v8', 'v9']);
      const { committed } = second.assignments[0] as Assignment;
      assert.deepEqual(committed, { offset: 6n, metadata: 'note' });
    },
  },
  {
    name: 'seeks backwards, at the assignment and in a batch',
    async run({ broker, createTopic, newGroup }) {
      const topic = await createTopic(1);
      const group = newGroup();
      await broker.publish(numbered(topic, 0, 10));
      const first = new Witness(group, [topic], commitAll);
      await subscribed(broker, first, async () => {
        await until('ten records', () => first.seen.length >= 10);
        await pause(50);
      });
      let again = false;
      const second = new Witness(group, [topic], async (batch) => {
        if (again) return;
        again = true;
        batch.seek(8n);
      });
      const request = {
        ...second.request,
        onAssigned: async (assignment: Assignment) => assignment.seek(5n),
      };
      const subscription = await broker.subscribe(request);
      await until('both stretches', () => second.seen.length >= 7);
      await subscription.stop(1_000);
      assert.deepEqual(second.values, ['v5', 'v6', 'v7', 'v8', 'v9', 'v8', 'v9']);
    },
  },
  {
    name: 'delivers nothing of a partition before its assignment is answered',
    async run({ broker, createTopic, newGroup }) {
      const topic = await createTopic(1);
      await broker.publish(numbered(topic, 0, 3));
      const witness = new Witness(newGroup(), [topic], commitAll);
      let answered = false;
      const subscription = await broker.subscribe({
        ...witness.request,
        onAssigned: async () => {
          await pause(300);
          assert.equal(witness.seen.length, 0);
          answered = true;
        },
      });
      await until('three records', () => witness.seen.length >= 3);
      assert.ok(answered);
      await subscription.stop(1_000);
    },
  },
];
