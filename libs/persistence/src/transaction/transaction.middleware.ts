import {
  PermanentError,
  ok,
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
import { isPending, positionAfter } from '../position/position-rules.js';
import { PositionStore } from '../position/position-store.js';
import { runBatch, SomeFailed } from './batch-run.js';
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
 * A record that was applied before ends as `ok` without reaching the handler. One that ends as retry or
 * deadLetter has no effect; the position notes it as unsettled, and reading begins there again after a crash,
 * until the chain has written its retry or dead letter and settles it.
 * @throws DependencyDownError (PositionFencedError and PositionRegressedError among them): what was applied
 * is known to the position, the rest wasn't
 */
export function createTransactionMiddleware(
  database: DataSource,
  encode: OutboxEncoder,
): TransactionMiddleware {
  const guard = new PositionGuard();

  return (handler) => async (messages, context) => {
    const [first] = messages;
    if (first === undefined) return [];
    let stored = await guard.read(pooled(database), context, first.offset);
    const pending = messages.filter(({ offset }) => isPending(stored, offset));
    if (pending.length === 0) return messages.map(() => ok());
    let position = stored;

    const outcomes = await runBatch(pending, applied, context.signal);
    const byOffset = new Map(pending.map(({ offset }, index) => [offset, outcomes[index]]));
    return messages.map(({ offset }) => byOffset.get(offset) ?? ok());

    async function applied(good: typeof messages, failed: readonly bigint[]) {
      const done = good.map(({ offset }) => offset);
      const next = positionAfter(position, done, failed);
      const results = await inTransaction(database, async (tx) => {
        const results = good.length === 0 ? [] : await handler(good, { ...context, tx });
        await writeOutbox(tx, recordsOf(good, results, encode));
        // The last look before the effects hold: a partition lost meanwhile has a new owner.
        context.signal.throwIfAborted();
        await new PositionStore(tx).move(context, stored, next);
        return results;
      });
      stored = position = next;
      guard.committed(context, next);
      return results;
    }
  };
}

/** @throws SomeFailed naming the records that must not be applied */
function recordsOf(
  messages: readonly Message<unknown>[],
  outcomes: readonly Outcome[],
  encode: OutboxEncoder,
): readonly OutgoingRecord[] {
  if (outcomes.length !== messages.length) {
    throw new PermanentError(
      'ERR_PERSISTENCE_OUTCOMES',
      `The handler gave ${outcomes.length} outcomes for ${messages.length} messages.`,
    );
  }
  const failures = new Map<bigint, Outcome>();
  const records: OutgoingRecord[] = [];
  for (const [index, message] of messages.entries()) {
    const encoded = encodedOrFailed(outcomes[index] as Outcome, message, encode);
    if ('failure' in encoded) failures.set(message.offset, encoded.failure);
    else records.push(...encoded.records);
  }
  if (failures.size > 0) throw new SomeFailed(failures);
  return records;
}
