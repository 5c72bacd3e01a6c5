import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DependencyDownError } from '@tocsin/messaging';
import { ContendedError } from '../database/database-errors.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { inTransaction } from './in-transaction.js';

let test: TestDatabase;
beforeEach(async () => {
  test = await openTestDatabase(process.env['DATABASE_URL']);
  await test.database.query(
    'CREATE TABLE counter AS SELECT n AS id, 0 AS value FROM generate_series(1, 2) n',
  );
});
afterEach(() => test.close());

const values = async (): Promise<number[]> =>
  (await test.database.query('SELECT value FROM counter ORDER BY id')).map(
    ({ value }: { value: number }) => value,
  );

describe('a transaction', () => {
  it('holds when its work returns, and gives what it returned', async () => {
    const rows = await inTransaction(test.database, (tx) =>
      tx.query('UPDATE counter SET value = 1 WHERE id = $1 RETURNING id', [1]),
    );
    expect(rows).toEqual([{ id: 1 }]);
    expect(await values()).toEqual([1, 0]);
  });

  it('leaves nothing behind when its work throws, and passes the error on', async () => {
    const failing = inTransaction(test.database, async (tx) => {
      await tx.query('UPDATE counter SET value = 1');
      throw new RangeError('mine');
    });
    await expect(failing).rejects.toThrow(RangeError);
    expect(await values()).toEqual([0, 0]);
  });

  it('that deadlocks with another runs again, so that both hold', async () => {
    let runs = 0;
    const cross = (first: number, second: number) =>
      inTransaction(test.database, async (tx) => {
        runs += 1;
        await tx.query('UPDATE counter SET value = value + 1 WHERE id = $1', [first]);
        await tx.query('SELECT pg_sleep(0.05)');
        await tx.query('UPDATE counter SET value = value + 1 WHERE id = $1', [second]);
      });
    await Promise.all([cross(1, 2), cross(2, 1)]);

    expect(runs).toBeGreaterThan(2);
    expect(await values()).toEqual([2, 2]);
  });

  it('that finds itself contended gives way and runs again, more often than a deadlock would', async () => {
    let runs = 0;
    await inTransaction(test.database, async (tx) => {
      runs += 1;
      await tx.query('UPDATE counter SET value = value + 1 WHERE id = 1');
      if (runs < 8) throw new ContendedError('ERR_BUSY', 'held elsewhere');
    });
    expect(runs).toBe(8);
    expect(await values()).toEqual([1, 0]);
  });

  it('whose connection is cut says that the database is down, and the pool recovers', async () => {
    const cut = inTransaction(test.database, async (tx) => {
      await tx.query('SELECT pg_terminate_backend(pg_backend_pid())');
    });
    await expect(cut).rejects.toThrow(DependencyDownError);
    expect(await values()).toEqual([0, 0]);
  });
});
