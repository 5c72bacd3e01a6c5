import { type BatchHandler, type Message, type Outcome, type Output } from '@tocsin/messaging';
import type { Queryable, TransactionContext } from '@tocsin/persistence';
import { openTestDatabase } from '@tocsin/testing';
import { indexMigrations } from '../index/migrations.js';
import { bandsOf, spansOf } from '../index/spans.js';

/** A schema of its own, in which several instances of the deduplicator can work at once. */
export interface TestIndex {
  /** Handles a batch in a transaction on a connection of its own. */
  handle<T>(
    handler: BatchHandler<T, TransactionContext>,
    messages: readonly Message<T>[],
  ): Promise<readonly Outcome[]>;
  query<R>(sql: string): Promise<R[]>;
  transact<R>(work: (tx: Queryable) => Promise<R>): Promise<R>;
  /** Forgets everything. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

export async function openTestIndex(url: string | undefined): Promise<TestIndex> {
  const { db, transact, close } = await openTestDatabase(url, indexMigrations);
  return {
    handle: (handler, messages) => transact((context) => handler(messages, context)),
    query: (sql) => db.query(sql),
    transact: (work) => transact(({ tx }) => work(tx)),
    async clear() {
      const bands = (await spansOf(db)).map((span) => `, ${bandsOf(span)}`).join('');
      await db.query(
        `TRUNCATE article, mention_cell, mention_link, incident, curation, erased_article, erased_source, crowd, article_signature${bands} CASCADE`,
      );
    },
    close,
  };
}

export const outputsIn = (outcomes: readonly Outcome[]): Output[] =>
  outcomes.flatMap((outcome) => (outcome.kind === 'retry' ? [] : outcome.outputs));
