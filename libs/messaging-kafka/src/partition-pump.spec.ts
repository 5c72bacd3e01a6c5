import { describe, expect, it } from '@jest/globals';
import type { Assignment, RawBatch, RawMessage, SubscriptionRequest } from '@tocsin/messaging';

import type { PartitionPort } from './partition-pump.js';
import { PartitionPump } from './partition-pump.js';

const records = (...offsets: bigint[]) => offsets.map((offset) => ({ offset }) as RawMessage);
const settle = () => new Promise((resolve) => setImmediate(resolve));

function scene(request: Partial<SubscriptionRequest> = {}) {
  const calls: string[] = [];
  const port: PartitionPort = {
    seek: (offset) => void calls.push(`seek ${offset}`),
    pause: () => void calls.push('pause'),
    resume: () => void calls.push('resume'),
    commit: async (offset, metadata) => void calls.push(`commit ${offset} ${metadata}`.trim()),
    heartbeat: async () => void calls.push('heartbeat'),
    failed: () => void calls.push('failed'),
  };
  const pump = new PartitionPump({ topic: 't', partition: 0 }, port, {
    group: 'g',
    topics: ['t'],
    onAssigned: async () => undefined,
    onBatch: async () => undefined,
    ...request,
  });
  return { calls, pump };
}

describe('one partition between its assignment and its loss', () => {
  it('is paused until its assignment is answered', async () => {
    let assignment: Assignment | undefined;
    const { calls, pump } = scene({ onAssigned: async (given) => void (assignment = given) });
    expect(calls).toEqual(['pause']);
    pump.start(async () => ({ offset: 4n, metadata: 'm' }), Promise.resolve());
    await pump.idle;
    expect(assignment?.committed).toEqual({ offset: 4n, metadata: 'm' });
    expect(calls).toEqual(['pause', 'seek 4', 'resume']);
  });

  it('begins only when this process has finished what it did here before', async () => {
    let finish: () => void = () => undefined;
    const { calls, pump } = scene();
    pump.start(async () => null, new Promise((resolve) => (finish = resolve)));
    await settle();
    expect(calls).toEqual(['pause']);
    finish();
    await pump.idle;
    expect(calls).toEqual(['pause', 'resume']);
  });

  it('works on one batch after the other', async () => {
    const order: bigint[] = [];
    const onBatch = async ({ records: [first] }: RawBatch) => {
      await settle();
      order.push(first?.offset ?? -1n);
    };
    const { pump } = scene({ onBatch });
    void pump.deliver({ records: records(1n), highWatermark: 9n });
    await pump.deliver({ records: records(2n, 3n), highWatermark: 9n });
    expect(order).toEqual([1n, 2n]);
    expect(pump.lag).toBe(5);
  });

  it('stays paused while a slow batch runs, and when its subscriber wants it so', async () => {
    const { calls, pump } = scene({ onBatch: async (batch) => batch.pause() });
    pump.start(async () => null, Promise.resolve());
    await pump.idle;
    void pump.deliver({ records: records(1n), highWatermark: 2n });
    pump.hold();
    await pump.idle;
    await settle();
    expect(calls.slice(2)).not.toContain('resume');
  });

  it('after its loss neither commits nor seeks, pauses or starts a batch', async () => {
    const { calls, pump } = scene({
      onBatch: async (batch) => {
        pump.lose('rebalance');
        expect(batch.signal.aborted).toBe(true);
        await batch.commit(2n);
        batch.seek(1n);
        batch.pause();
        throw new Error('unheard');
      },
    });
    await pump.deliver({ records: records(1n), highWatermark: 2n });
    await pump.deliver({ records: records(2n), highWatermark: 3n });
    expect(calls).toEqual(['pause']);
  });

  it('redelivers from its last commit when a batch is rejected', async () => {
    const { calls, pump } = scene({
      onBatch: async (batch) => {
        await batch.commit(6n, 'note');
        throw new Error('no');
      },
    });
    await pump.deliver({ records: records(5n, 6n), highWatermark: 7n });
    expect(calls).toEqual(['pause', 'commit 6 note', 'failed', 'seek 6']);
  });
});
