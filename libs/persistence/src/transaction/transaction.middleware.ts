import {
  ok,
  type BatchHandler,
  type HandlerContext,
  type Outcome,
  type Output,
  type RawMessage,
} from '@tocsin/messaging';
import type { DataSource } from 'typeorm';
import { pooled, type Queryable } from '../database/queryable.js';
import { writeOutbox, type OutboxEncoder, type SourcedOutput } from '../outbox/outbox-writer.js';
import { PositionGuard } from '../position/position-guard.js';
import { PositionStore } from '../position/position-store.js';
import { inTransaction } from './in-transaction.js';
import { BatchRolledBackError } from './transaction-errors.js';

/** What a handler of a stateful service gets beside the usual: the transaction of its batch. */
export interface TransactionContext extends HandlerContext {
  readonly tx: Queryable;
}

/** The transaction's place in the chain: where a stateless service has `publish`. */
export interface TransactionMiddleware {
  /**
   * Wraps a handler: business rows, outbox rows and position commit together, or nothing does.
   * Records below the position were applied before and end as `ok` without reaching the handler.
   * A lone record that ends as retry or deadLetter is rolled back and its outcome returned: the chain
   * writes it to its retry or dead-letter topic and then calls `advance`.
   * The wrapped handler throws BatchRolledBackError (one of several records failed: bisect),
   * PositionFencedError (this is a zombie), PositionRegressedError (database restored: seek and replay),
   * DependencyDownError and TransientError.
   */
  wrap<T>(handler: BatchHandler<T, TransactionContext>): BatchHandler<T>;
  /**
   * Moves the position past a record that was dealt with elsewhere; `outputs` (those of a dead letter)
   * go to the outbox in the same transaction. A record already below the position changes nothing.
   */
  advance(message: RawMessage, context: HandlerContext, outputs?: readonly Output[]): Promise<void>;
}

/** Carries the outcome of a lone record that failed out of its transaction, so that it rolls back. */
class LoneFailure extends Error {
  constructor(readonly outcome: Outcome) {
    super(outcome.kind);
  }
}

export function createTransactionMiddleware(
  database: DataSource,
  encode: OutboxEncoder,
): TransactionMiddleware {
  const guard = new PositionGuard();

  return {
    wrap: (handler) => async (messages, context) => {
      const position = await guard.load(pooled(database), context);
      const fresh = messages.filter((message) => message.offset >= (position ?? 0n));
      const skipped = Array.from({ length: messages.length - fresh.length }, () => ok());
      const last = fresh.at(-1);
      if (last === undefined) return skipped;
      try {
        const outcomes = await inTransaction(database, async (tx) => {
          const outcomes = await handler(fresh, { ...context, tx });
          await writeOutbox(tx, outputsOf(fresh, outcomes), encode);
          // The last look before the effects hold: a partition lost meanwhile has a new owner.
          context.signal.throwIfAborted();
          await new PositionStore(tx).move(context, position, last.offset + 1n);
          return outcomes;
        });
        guard.committed(context, last.offset + 1n);
        return [...skipped, ...outcomes];
      } catch (error) {
        if (error instanceof LoneFailure) return [...skipped, error.outcome];
        throw error;
      }
    },

    async advance(message, context, outputs = []) {
      const position = await guard.load(pooled(database), context);
      if (position !== null && position > message.offset) return;
      await inTransaction(database, async (tx) => {
        const sourced = outputs.map((output) => ({ output, source: message }));
        await writeOutbox(tx, sourced, encode);
        await new PositionStore(tx).move(context, position, message.offset + 1n);
      });
      guard.committed(context, message.offset + 1n);
    },
  };
}

/** Every output with the record that caused it, in the records' order; throws when a record failed. */
function outputsOf(
  messages: readonly RawMessage[],
  outcomes: readonly Outcome[],
): readonly SourcedOutput[] {
  return messages.flatMap((source, index) => {
    const outcome = outcomes[index];
    if (outcome === undefined) {
      throw new TypeError(`The handler gave ${outcomes.length} outcomes for ${messages.length}.`);
    }
    if (outcome.kind === 'retry' || outcome.kind === 'deadLetter') {
      if (messages.length === 1) throw new LoneFailure(outcome);
      throw new BatchRolledBackError(source.offset, outcome.error);
    }
    return outcome.outputs.map((output) => ({ output, source }));
  });
}
