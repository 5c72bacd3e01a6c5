import { randomBytes } from 'node:crypto';
import type { BatchHandler, Outcome } from '@tocsin/messaging';
import {
  dropTestSchema,
  inTransaction,
  openDatabase,
  pooled,
  type Queryable,
  type TransactionContext,
} from '@tocsin/persistence';
import { migrations } from '../migrations/index.js';
import { message } from './records.js';

export interface StoreDatabase {
  readonly db: Queryable;
  /** Runs a handler over payloads in one transaction, as the middleware does. */
  apply<T>(
    handler: BatchHandler<T, TransactionContext>,
    ...payloads: T[]
  ): Promise<readonly Outcome[]>;
  close(): Promise<void>;
}

/** The store's tables in a schema of their own; `close` drops it. */
export async function openStoreDatabase(url: string | undefined): Promise<StoreDatabase> {
  if (!url) throw new Error('DATABASE_URL must name a test database.');
  const schema = `spec_${randomBytes(6).toString('hex')}`;
  const database = await openDatabase({ url, schema, migrations, entities: [], poolSize: 4 });
  const context = {
    group: 'store',
    topic: 'in',
    partition: 0,
    signal: new AbortController().signal,
  };
  return {
    db: pooled(database),
    apply: (handler, ...payloads) =>
      inTransaction(database, (tx) =>
        handler(
          payloads.map((payload) => message(payload)),
          { ...context, tx },
        ),
      ),
    async close() {
      await database.destroy();
      await dropTestSchema(url, schema);
    },
  };
}
