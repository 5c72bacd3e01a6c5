import type { DataSource } from 'typeorm';
import { ContendedError, isCollision, toDatabaseError } from '../database/database-errors.js';
import { preparedOf, type Queryable } from '../database/queryable.js';

/** Deadlocks end when one of the two steps back; more tries than this mean something else is wrong. */
const ATTEMPTS = 5;
/** Milliseconds; doubled each time and spread at random, so that the two don't meet again. */
const FIRST_PAUSE_MS = 10;
/** Milliseconds: the ceiling of a pause, and how long a transaction gives way to others in all. */
const LONGEST_PAUSE_MS = 320;
const GIVES_WAY_MS = 20_000;

/**
 * Runs `work` in one transaction: committed when it returns, rolled back when it throws.
 * Deadlocks, serialization failures and what finds itself contended run it again from the start: it must have no
 * effect but through `tx`.
 * @throws DependencyDownError also when the answer to COMMIT was lost: the caller must find out what holds
 */
export async function inTransaction<R>(
  database: DataSource,
  work: (tx: Queryable) => Promise<R>,
): Promise<R> {
  const startedAt = performance.now();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(database, work);
    } catch (error) {
      const isContended = error instanceof ContendedError;
      if (!isContended && !isCollision(error)) throw error;
      const isOver = isContended
        ? performance.now() - startedAt > GIVES_WAY_MS
        : attempt === ATTEMPTS;
      if (isOver) throw error;
      const ceiling = Math.min(FIRST_PAUSE_MS * 2 ** attempt, LONGEST_PAUSE_MS);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * ceiling));
    }
  }
}

async function once<R>(database: DataSource, work: (tx: Queryable) => Promise<R>): Promise<R> {
  const runner = database.createQueryRunner();
  const tx = closable(preparedOf(runner));
  try {
    await runner.startTransaction();
    const result = await work(tx);
    tx.close();
    await runner.commitTransaction();
    return result;
  } catch (error) {
    tx.close();
    // A connection that broke has rolled back by itself; its error would hide the first one.
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw toDatabaseError(error);
  } finally {
    await runner.release();
  }
}

/**
 * Work that was given up (a deadline passed) may still run on: its next statement would take effect outside
 * the transaction, so it is refused.
 */
function closable(inner: Queryable): Queryable & { close(): void } {
  let open = true;
  return {
    close: () => {
      open = false;
    },
    async query<R>(sql: string, params?: readonly unknown[]): Promise<R[]> {
      if (!open) throw new Error('The transaction has ended: this work was given up.');
      return inner.query<R>(sql, params);
    },
  };
}
