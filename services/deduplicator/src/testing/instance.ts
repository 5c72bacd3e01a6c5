import { setTimeout as wait } from 'node:timers/promises';
import {
  TransientError,
  type BatchHandler,
  type Message,
  type Outcome,
  type Output,
} from '@tocsin/messaging';
import type { Queryable, TransactionContext } from '@tocsin/persistence';
import { openTestDatabase } from '@tocsin/testing';
import { indexMigrations } from '../index/migrations.js';

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
    handle: (handler, messages) =>
      sentRound(() => transact((context) => handler(messages, context))),
    query: (sql) => db.query(sql),
    transact: (work) => transact(({ tx }) => work(tx)),
    async clear() {
      await db.query(
        'TRUNCATE article, incident, curation, erased_article, erased_source, crowd, article_signature, article_band CASCADE',
      );
    },
    close,
  };
}

/** Rounds that a batch is sent before a spec gives up, and the pause between two, in ms. */
const ROUNDS = 100;
const PAUSE_MS = 20;

/** Sends a batch round again while another instance, of another spec too, holds what it came upon late: as the line does. */
async function sentRound<T>(handle: () => Promise<T>): Promise<T> {
  for (let round = 1; ; round++) {
    try {
      return await handle();
    } catch (error) {
      const contended =
        error instanceof TransientError && error.code === 'ERR_DEDUPLICATOR_CONTENDED';
      if (!contended || round === ROUNDS) throw error;
    }
    await wait(PAUSE_MS);
  }
}

export const outputsIn = (outcomes: readonly Outcome[]): Output[] =>
  outcomes.flatMap((outcome) => (outcome.kind === 'retry' ? [] : outcome.outputs));
