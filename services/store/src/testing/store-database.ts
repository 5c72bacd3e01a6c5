import { setTimeout } from 'node:timers/promises';
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
  /** Waits until no transaction is open any longer, of whatever spec, that began before the changes so far. */
  behindHorizon(): Promise<void>;
  close(): Promise<void>;
}

const LOOK_MS = 20;

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
    async behindHorizon() {
      for (;;) {
        const [row] = await db.query<{ behind: boolean }>(
          `SELECT coalesce(max(written_by::text::bigint), 0) < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
             AS behind FROM change`,
        );
        if (row?.behind) return;
        await setTimeout(LOOK_MS);
      }
    },
    close,
  };
}
