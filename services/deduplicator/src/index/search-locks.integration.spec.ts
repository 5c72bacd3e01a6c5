import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestIndex, type TestIndex } from '../testing/instance.js';
import { hashOf, SearchLocks, SLOTS } from './search-locks.js';

let index: TestIndex;

beforeAll(async () => {
  index = await openTestIndex(process.env['DATABASE_URL']);
});
afterAll(() => index.close());

/** Works in a transaction that holds these names until it is let go. */
function holding(names: readonly string[]) {
  const held = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const over = index.transact(async (tx) => {
    await new SearchLocks(tx).take('cell', names);
    held.resolve();
    await goOn.promise;
  });
  return { held: held.promise, letGo: goOn.resolve, over };
}

describe('locks on what is searched', () => {
  it('have a row for each slot', async () => {
    const [row] = (await index.query('SELECT count(*)::int AS slots FROM lock_slot')) as [
      { slots: number },
    ];
    expect(row.slots).toBe(SLOTS.cell + SLOTS.syndication + SLOTS.incident);
  });

  it('make a second transaction wait for the first, and nobody who searches elsewhere', async () => {
    const first = holding(['a', 'b']);
    await first.held;
    const order: string[] = [];
    const second = index.transact(async (tx) => {
      await new SearchLocks(tx).take('cell', ['b', 'c']);
      order.push('second');
    });
    await index.transact((tx) => new SearchLocks(tx).take('cell', ['d']));
    await index.transact((tx) => new SearchLocks(tx).take('incident', ['b']));
    order.push('elsewhere');
    first.letGo();
    await Promise.all([first.over, second]);
    expect(order).toEqual(['elsewhere', 'second']);
  });

  it('of a level that is held already are tried without waiting', async () => {
    const first = holding(['a']);
    await first.held;
    const failure = await index.transact(async (tx) => {
      const locks = new SearchLocks(tx);
      await locks.take('cell', ['x']);
      await locks.take('cell', ['x', 'y']);
      // Not left to the transaction, which would begin again until it is free.
      return locks.take('cell', ['a']).catch((error: unknown) => error);
    });
    expect(failure).toMatchObject({ code: 'ERR_DEDUPLICATOR_CONTENDED' });
    first.letGo();
    await first.over;
  });

  it('never end in a ring, in whatever order names are given', async () => {
    const names = Array.from({ length: 200 }, (_, n) => `name ${n}`);
    const orders = [names, names.toReversed(), [...names.slice(100), ...names.slice(0, 100)]];
    await expect(
      Promise.all(
        [...orders, ...orders].map((order) =>
          index.transact((tx) => new SearchLocks(tx).take('cell', order)),
        ),
      ),
    ).resolves.toHaveLength(6);
  });
});

describe('the slot of a name', () => {
  it('is as good as drawn: names that differ by one figure hardly meet', () => {
    const slots = new Set(Array.from({ length: 1_000 }, (_, n) => hashOf(`${n}`) % SLOTS.cell));
    expect(slots.size).toBeGreaterThan(990);
  });
});
