import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { queryableOf, type Queryable } from '@tocsin/persistence';
import { openTestDatabase, type TestDatabase } from '@tocsin/testing';
import fc from 'fast-check';
import type { QueryRunner } from 'typeorm';
import { migrations } from '../migrations/index.js';
import { noteChanges } from '../tables/change-table.js';
import { endOfChanges, readChanges, type PlacedChange } from './change-reader.js';
import type { ChangePosition } from './position.js';

const WRITERS = 4;
let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase(process.env['DATABASE_URL'], migrations, WRITERS + 2);
});
afterAll(() => test.close());

type Step =
  { readonly do: 'write' | 'commit' | 'abort'; readonly writer: number } | { readonly do: 'read' };
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('write' as const), writer: fc.nat(WRITERS - 1) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('commit' as const), writer: fc.nat(WRITERS - 1) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('abort' as const), writer: fc.nat(WRITERS - 1) }),
  },
  { weight: 4, arbitrary: fc.constant({ do: 'read' as const }) },
);

/** Transactions that are open side by side, and what each wrote. */
class Writers {
  private readonly open = new Map<number, { runner: QueryRunner; keys: string[] }>();
  readonly committed: string[] = [];
  private next = 0;

  constructor(private readonly prefix: string) {}

  async run(one: Exclude<Step, { do: 'read' }>): Promise<void> {
    if (one.do === 'write') return this.write(one.writer);
    const transaction = this.open.get(one.writer);
    if (!transaction) return;
    this.open.delete(one.writer);
    await (one.do === 'commit'
      ? transaction.runner.commitTransaction()
      : transaction.runner.rollbackTransaction());
    await transaction.runner.release();
    if (one.do === 'commit') this.committed.push(...transaction.keys);
  }

  private async write(writer: number): Promise<void> {
    let transaction = this.open.get(writer);
    if (!transaction) {
      const runner = test.database.createQueryRunner();
      await runner.startTransaction();
      transaction = { runner, keys: [] };
      this.open.set(writer, transaction);
    }
    const key = `${this.prefix}-${this.next++}`;
    transaction.keys.push(key);
    const tx: Queryable = queryableOf(transaction.runner);
    await noteChanges(tx, [{ kind: 'incident', key, revision: 1 }], 0);
  }

  async end(): Promise<void> {
    for (const writer of this.open.keys().toArray()) await this.run({ do: 'commit', writer });
  }
}

describe('changes that commit out of order', () => {
  it('are read once each, none lost, whatever is open meanwhile', async () => {
    let run = 0;
    let outOfOrder = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        const writers = new Writers(`r${run++}`);
        let place: ChangePosition = await endOfChanges(test.db);
        const seen: PlacedChange[] = [];
        const read = async () => {
          const changes = await readChanges(test.db, place, 3);
          seen.push(...changes);
          place = changes.at(-1) ?? place;
          return changes.length;
        };
        for (const one of steps) await (one.do === 'read' ? read() : writers.run(one));
        await writers.end();
        // Transactions of other specs on the same server hold the horizon back for a while.
        for (let tries = 0; seen.length < writers.committed.length && tries < 500; tries += 1) {
          if ((await read()) === 0) await new Promise((resolve) => setTimeout(resolve, 10));
        }
        expect(seen.map(({ key }) => key).toSorted()).toEqual(writers.committed.toSorted());
        const ids = seen.map(({ id }) => Number(id));
        if (ids.some((id, n) => n > 0 && id < (ids[n - 1] as number))) outOfOrder += 1;
      }),
      { numRuns: 60 },
    );
    // The property means nothing unless some commits did come out of the order of their numbers.
    expect(outOfOrder).toBeGreaterThan(0);
  }, 120_000);
});
