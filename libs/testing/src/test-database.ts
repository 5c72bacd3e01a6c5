import { randomBytes } from 'node:crypto';
import type { HandlerContext } from '@tocsin/messaging';
import {
  type DatabaseSettings,
  dropTestSchema,
  inTransaction,
  openDatabase,
  pooled,
  type Queryable,
  type TransactionContext,
} from '@tocsin/persistence';

export type OpenDatabase = Awaited<ReturnType<typeof openDatabase>>;
type Run = (runner: ReturnType<OpenDatabase['createQueryRunner']>) => Promise<unknown>;
type Migration = new () => { readonly up: Run; readonly down: Run };

/** A schema of its own on the test server, gone with `close`. */
export interface TestDatabase {
  readonly database: OpenDatabase;
  readonly db: Queryable;
  /** Runs work in one transaction, as the middleware of a stateful service does. */
  transact<R>(work: (context: HandlerContext & TransactionContext) => Promise<R>): Promise<R>;
  /** Applies one migration or takes it back, in a transaction as at start-up. That it was applied is not noted. */
  migrate(migration: Migration, way: 'up' | 'down'): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a random schema, so that specs run side by side.
 * @param url the server; its database's name must contain `test`, else nothing of it may be dropped
 */
export async function openTestDatabase(
  url: string | undefined,
  migrations: DatabaseSettings['migrations'],
  poolSize = 8,
): Promise<TestDatabase> {
  if (!url) throw new Error('DATABASE_URL must name a test database.');
  const schema = `spec_${randomBytes(6).toString('hex')}`;
  const database = await openDatabase({ url, schema, migrations, entities: [], poolSize });
  const context: HandlerContext = {
    group: 'spec',
    topic: 'in',
    partition: 0,
    signal: new AbortController().signal,
  };
  return {
    database,
    db: pooled(database),
    transact: (work) => inTransaction(database, (tx) => work({ ...context, tx })),
    async migrate(migration, way) {
      const runner = database.createQueryRunner();
      await runner.startTransaction();
      await new migration()[way](runner);
      await runner.commitTransaction();
      await runner.release();
    },
    async close() {
      await database.destroy();
      await dropTestSchema(url, schema);
    },
  };
}
