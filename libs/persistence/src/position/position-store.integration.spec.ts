import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pooled } from '../database/queryable.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { PositionFencedError, PositionRegressedError } from './position-errors.js';
import { PositionGuard } from './position-guard.js';
import { PositionStore, type Position } from './position-store.js';

const key = { group: 'group', topic: 'topic', partition: 3 };
let test: TestDatabase;
let store: PositionStore;
beforeAll(async () => {
  test = await openTestDatabase(process.env['DATABASE_URL']);
  store = new PositionStore(pooled(test.database));
});
beforeEach(() => test.database.query('TRUNCATE position'));
afterAll(() => test.close());

const load = () => store.load(key.group, key.topic, key.partition);
const move = (from: Position, to: Position) => store.move([{ key, from, to }]);
const at = (next: bigint | null, ...unsettled: bigint[]): Position => ({ next, unsettled });

describe('a position', () => {
  it('is unset at first, then moves from what it was', async () => {
    expect(await load()).toBeNull();
    await move(at(null), at(5n));
    await move(at(5n), at(9_007_199_254_740_993n));
    expect(await load()).toBe(9_007_199_254_740_993n);
  });

  it("can't be moved by one who expects something else", async () => {
    await move(at(null), at(5n, 3n));
    await expect(move(at(null), at(6n))).rejects.toThrow(PositionFencedError);
    await expect(move(at(4n, 3n), at(6n))).rejects.toThrow(PositionFencedError);
    await expect(move(at(5n), at(6n))).rejects.toThrow(PositionFencedError);
    expect(await store.read([key])).toEqual([at(5n, 3n)]);
  });

  it('sends the reader back to the first record that is not settled', async () => {
    await move(at(null), at(9n, 2n, 7n));
    expect(await load()).toBe(2n);
  });
});

describe('positions of several partitions', () => {
  const [one, two, three] = [0, 1, 2].map((partition) => ({ ...key, partition })) as [
    typeof key,
    typeof key,
    typeof key,
  ];
  const moves = [
    { key: one, from: at(null), to: at(5n, 3n) },
    { key: two, from: at(null), to: at(7n) },
  ];

  it('are read in the order of what was asked, unset ones too', async () => {
    await store.move(moves);
    expect(await store.read([three, two, one])).toEqual([at(null), at(7n), at(5n, 3n)]);
  });

  it('move in one go, whether they begin or go on', async () => {
    await store.move(moves);
    await store.move([
      { key: three, from: at(null), to: at(1n) },
      { key: two, from: at(7n), to: at(9n, 8n) },
      { key: one, from: at(5n, 3n), to: at(6n) },
    ]);
    expect(await store.read([one, two, three])).toEqual([at(6n), at(9n, 8n), at(1n)]);
  });

  it('name the one that somebody else moved', async () => {
    await store.move(moves);
    const late = store.move([
      { key: one, from: at(5n, 3n), to: at(6n) },
      { key: two, from: at(6n), to: at(8n) },
    ]);
    await expect(late).rejects.toThrow(/The position of topic\[1\] of group is no longer 6/);
  });
});

describe('a record that the chain has dealt with', () => {
  const settle = (offset: bigint) => store.settle(key.group, key.topic, key.partition, offset);

  it('is unsettled no longer, and reading goes on behind it', async () => {
    await move(at(null), at(12n, 2n, 7n, 9n));
    await settle(8n);
    expect(await store.read([key])).toEqual([at(12n, 9n)]);
    await settle(12n);
    expect(await load()).toBe(12n);
  });

  it('changes nothing of another partition, nor of one without unsettled records', async () => {
    await move(at(null), at(5n, 3n));
    await store.move([{ key: { ...key, partition: 4 }, from: at(null), to: at(5n) }]);
    await store.settle(key.group, key.topic, 4, 5n);
    expect(await store.read([key])).toEqual([at(5n, 3n)]);
    expect(await store.read([{ ...key, partition: 4 }])).toEqual([at(5n)]);
  });
});

describe('a position that fell', () => {
  const guard = new PositionGuard();
  const guarded = (first: bigint) => guard.read(pooled(test.database), [{ key, first }]);

  it('stops every batch that would jump, until the replay begins', async () => {
    guard.committed(key, at(10n));
    await move(at(null), at(4n));
    await expect(guarded(10n)).rejects.toThrow(PositionRegressedError);
    await expect(guarded(11n)).rejects.toThrow(/fell from 10 to 4/);
    expect(await guarded(4n)).toEqual([at(4n)]);
    expect(await guarded(6n)).toEqual([at(4n)]);
  });

  it('to nothing at all is noticed too', async () => {
    guard.committed(key, at(10n));
    await expect(guarded(10n)).rejects.toThrow(/fell from 10 to unset/);
    expect(await guarded(0n)).toEqual([at(null)]);
  });
});
