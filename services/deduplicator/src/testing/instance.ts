import { randomBytes } from 'node:crypto';
import type { BatchHandler, Message, Outcome, Output } from '@tocsin/messaging';
import {
  dropTestSchema,
  inTransaction,
  openDatabase,
  pooled,
  type TransactionContext,
} from '@tocsin/persistence';
import { CreateIndex1767225700000 } from '../index/create-index.migration.js';

/** A schema of its own, in which several instances of the deduplicator can work at once. */
export interface TestIndex {
  /** Handles a batch in a transaction on a connection of its own. */
  handle<T>(
    handler: BatchHandler<T, TransactionContext>,
    messages: readonly Message<T>[],
  ): Promise<readonly Outcome[]>;
  query<R>(sql: string): Promise<R[]>;
  /** Forgets everything. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

export async function openTestIndex(url: string | undefined): Promise<TestIndex> {
  if (!url) throw new Error('DATABASE_URL must name a test database.');
  const schema = `spec_${randomBytes(6).toString('hex')}`;
  const database = await openDatabase({
    url,
    schema,
    migrations: [CreateIndex1767225700000],
    entities: [],
    poolSize: 8,
  });
  const context = {
    group: 'deduplicator',
    topic: 'incident-extracted',
    partition: 0,
    signal: new AbortController().signal,
  };
  return {
    handle: (handler, messages) =>
      inTransaction(database, (tx) => handler(messages, { ...context, tx })),
    query: (sql) => pooled(database).query(sql),
    async clear() {
      await pooled(database).query('TRUNCATE article, incident CASCADE');
    },
    async close() {
      await database.destroy();
      await dropTestSchema(url, schema);
    },
  };
}

export const outputsIn = (outcomes: readonly Outcome[]): Output[] =>
  outcomes.flatMap((outcome) => (outcome.kind === 'retry' ? [] : outcome.outputs));
