import type { BatchHandler, Outcome } from '@tocsin/messaging';
import type { Queryable, TransactionContext } from '@tocsin/persistence';
import { openTestDatabase } from '@tocsin/testing';
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
  const { db, transact, close } = await openTestDatabase(url, migrations, 4);
  return {
    db,
    apply: (handler, ...payloads) =>
      transact((context) =>
        handler(
          payloads.map((payload) => message(payload)),
          context,
        ),
      ),
    close,
  };
}
