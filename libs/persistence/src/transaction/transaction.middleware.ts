import {
  DependencyDownError,
  PermanentError,
  deadLetter,
  ok,
  retry,
  type BatchHandler,
  type HandlerContext,
  type Message,
  type OutgoingRecord,
  type Outcome,
} from '@tocsin/messaging';
import type { DataSource } from 'typeorm';
import { pooled, type Queryable } from '../database/queryable.js';
import { writeOutbox } from '../outbox/outbox-writer.js';
import { PositionGuard } from '../position/position-guard.js';
import { PositionStore } from '../position/position-store.js';
import { encodedOrFailed, type OutboxEncoder } from './encoded-outputs.js';
import { inTransaction } from './in-transaction.js';

/** What a handler of a stateful service gets beside the usual: the transaction of its batch. */
export interface TransactionContext extends HandlerContext {
  readonly tx: Queryable;
}

/** Wraps a handler so that its rows, its outputs and the position commit together, or none does. */
export type TransactionMiddleware = <T>(
  handler: BatchHandler<T, TransactionContext>,
) => BatchHandler<T>;

/**
 * The transaction's place in the chain: where a stateless service has `publish`.
 *
 * Records below the position were applied before and end as `ok` without reaching the handler. The wrapped
 * handler may return **fewer outcomes than messages**: when a record fails, those before it commit and the
 * rest is unfinished, so that the position can't pass a record whose dead letter isn't written yet. A
 * failing record at the front is returned alone, rolled back.
 * @throws DependencyDownError (PositionFencedError and PositionRegressedError among them): nothing was applied
 */
export function createTransactionMiddleware(
  database: DataSource,
  encode: OutboxEncoder,
): TransactionMiddleware {
  const guard = new PositionGuard();

  return (handler) => async (messages, context) => {
    const first = messages[0];
    if (first === undefined) return [];
    const position = await guard.load(pooled(database), context, first.offset);
    const fresh = messages.filter(({ offset }) => offset >= (position ?? 0n));
    const skipped = messages.slice(fresh.length).map(() => ok());
    if (fresh.length === 0) return skipped;
    return [...skipped, ...(await longestPrefix(fresh, attempt, context.signal))];

    async function attempt(batch: typeof messages): Promise<readonly Outcome[]> {
      const { offset } = batch.at(-1) as (typeof messages)[number];
      const outcomes = await inTransaction(database, async (tx) => {
        const { outcomes, records } = checked(batch, await handler(batch, { ...context, tx }));
        await writeOutbox(tx, records);
        // The last look before the effects hold: a partition lost meanwhile has a new owner.
        context.signal.throwIfAborted();
        await new PositionStore(tx).move(context, position, offset + 1n);
        return outcomes;
      });
      guard.committed(context, offset + 1n);
      return outcomes;
    }
  };

  /** @throws RecordFailed for the first record that must not be applied */
  function checked(batch: readonly Message<unknown>[], outcomes: readonly Outcome[]) {
    if (outcomes.length !== batch.length) {
      throw new PermanentError(
        'ERR_PERSISTENCE_OUTCOMES',
        `The handler gave ${outcomes.length} outcomes for ${batch.length} messages.`,
      );
    }
    const records: OutgoingRecord[] = [];
    for (const [index, message] of batch.entries()) {
      const encoded = encodedOrFailed(outcomes[index] as Outcome, message, encode);
      if ('failure' in encoded) throw new RecordFailed(index, encoded.failure);
      records.push(...encoded.records);
    }
    return { outcomes, records };
  }
}

/** Rolls the transaction back and names the first record at fault. */
class RecordFailed extends Error {
  constructor(
    readonly index: number,
    readonly outcome: Outcome,
  ) {
    super(`Record ${index} of the batch ended as ${outcome.kind}.`);
  }
}

/** Shortens the batch until an attempt holds, or until the bad record is alone. */
async function longestPrefix<T>(
  batch: readonly Message<T>[],
  attempt: (batch: readonly Message<T>[]) => Promise<readonly Outcome[]>,
  signal: AbortSignal,
): Promise<readonly Outcome[]> {
  for (let size = batch.length; ;) {
    try {
      return await attempt(batch.slice(0, size));
    } catch (error) {
      if (error instanceof DependencyDownError || signal.aborted) throw error;
      if (error instanceof RecordFailed && error.index === 0) return [error.outcome];
      if (size === 1) return [lone(error)];
      size = error instanceof RecordFailed ? error.index : size >> 1;
    }
  }
}

const lone = (error: unknown): Outcome =>
  error instanceof PermanentError
    ? deadLetter(error.deadLetterClass, error)
    : retry(error instanceof Error ? error : new Error(String(error)));
