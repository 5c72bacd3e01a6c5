import { beforeEach, describe, expect, it } from '@jest/globals';
import type { BrokerReader } from '@tocsin/messaging';
import type { Position } from './invariants/offsets.js';
import { OffsetWatch, type PositionReader } from './offset-watch.js';

let offsets: Map<string, bigint>;
let positions: Map<string, Position>;
let high: bigint;

const broker: BrokerReader = {
  committed: async (group, topic) => {
    const offset = offsets.get(`${group}/${topic}`);
    return new Map(offset === undefined ? [] : [[0, { offset, metadata: '' }]]);
  },
  ranges: async () => new Map([[0, { low: 0n, high }]]),
};
const database: PositionReader = {
  positions: async () => positions,
  keepsPositions: (group) => group === 'store',
};
let watch: OffsetWatch;
beforeEach(() => {
  offsets = new Map([
    ['store/incident-revised', 3n],
    ['extractor/article-fetched', 7n],
  ]);
  positions = new Map([['store/incident-revised/0', { next: 4n, unsettled: 0 }]]);
  high = 0n;
  watch = new OffsetWatch(broker, database);
});

describe('a look', () => {
  it('keeps what is committed, with the position where the group keeps one', async () => {
    await watch.look();
    expect(watch.samples).toEqual([
      { place: 'extractor/article-fetched/0', committed: 7n, position: undefined },
      { place: 'store/incident-revised/0', committed: 3n, position: { next: 4n, unsettled: 0 } },
    ]);
  });

  it('keeps what has changed alone', async () => {
    await watch.look();
    offsets.set('store/incident-revised', 2n);
    await watch.look();
    expect(watch.samples.slice(2).map(({ committed }) => committed)).toEqual([2n]);
  });

  it('shows that a position is missing', async () => {
    positions.clear();
    await watch.look();
    expect(watch.samples[1]?.position).toEqual({ next: null, unsettled: 0 });
  });
});

describe('the final look', () => {
  it('is at every partition, those without a commit and retry topics included', async () => {
    high = 9n;
    const finals = await watch.final();
    const of = (place: string) => finals.find((final) => final.place === place);
    expect(of('extractor/article-fetched/0')).toMatchObject({ committed: 7n, low: 0n, high: 9n });
    expect(of('store/article-settled/0')).toMatchObject({
      committed: null,
      position: { next: null },
    });
    expect(of('store/article-settled-store-retry-10s/0')).toMatchObject({ committed: null });
  });
});

describe('retries that wait', () => {
  it('are none in empty topics', async () => expect(await watch.retriesWaiting()).toBe(0));

  it('are what no group has committed', async () => {
    high = 2n;
    const all = await watch.retriesWaiting();
    offsets.set('store/article-settled-store-retry-10s', 2n);
    expect(await watch.retriesWaiting()).toBe(all - 2);
  });
});

it('the watch goes on until it is told to end', async () => {
  const ending = new AbortController();
  const run = watch.run(ending.signal);
  setTimeout(() => ending.abort(), 20);
  await run;
  expect(watch.samples).toHaveLength(2);
});

it('the watch goes on when a look fails: broker or database may be the one that is struck', async () => {
  const ending = new AbortController();
  const struck = { ...database, positions: async () => Promise.reject(new Error('away')) };
  const run = new OffsetWatch(broker, struck).run(ending.signal);
  setTimeout(() => ending.abort(), 20);
  await expect(run).resolves.toBeUndefined();
});

it('the watch forgets what it saw when an operator moves offsets', async () => {
  await watch.look();
  watch.stopLooking();
  await watch.look();
  expect(watch.samples).toEqual([]);
  expect((await watch.final()).length).toBeGreaterThan(0);
});
