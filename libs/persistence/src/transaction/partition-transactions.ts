import {
  PermanentError,
  ok,
  type HandlerContext,
  type Message,
  type OutgoingRecord,
  type Outcome,
} from '@tocsin/messaging';
import type { DataSource } from 'typeorm';
import { pooledPrepared } from '../database/queryable.js';
import { writeOutbox } from '../outbox/outbox-writer.js';
import { PositionGuard } from '../position/position-guard.js';
import { isPending, positionAfter } from '../position/position-rules.js';
import { PositionStore, type Position } from '../position/position-store.js';
import { runBatch, SomeFailed } from './batch-run.js';
import { encodedOrFailed, type OutboxEncoder } from './encoded-outputs.js';
import { inTransaction } from './in-transaction.js';
import type { OutcomesByBatch, PartitionBatch, TransactionHandler } from './partition-batch.js';

/** What one transaction applies of a partition, and how its position moves. */
interface Share<T> extends PartitionBatch<T> {
  readonly from: Position;
  readonly to: Position;
}

/**
 * Applies records and moves the positions of their partitions in one transaction. A record that was applied before ends
 * as `ok` without reaching the handler.
 */
export class PartitionTransactions {
  private readonly guard = new PositionGuard();

  constructor(
    private readonly database: DataSource,
    private readonly encode: OutboxEncoder,
  ) {}

  /**
   * One partition's batch, without its failing records: one that ends as retry or deadLetter has no effect; the position
   * notes it as unsettled, and reading begins there again after a crash, until the chain has written its retry or dead
   * letter and settles it.
   * @throws DependencyDownError (PositionFencedError and PositionRegressedError among them): what was applied
   * is known to the position, the rest wasn't
   */
  async one<T>(
    handler: TransactionHandler<T>,
    { messages, context }: PartitionBatch<T>,
  ): Promise<readonly Outcome[]> {
    if (messages.length === 0) return [];
    let [from] = (await this.positions([{ messages, context }])) as [Position];
    const pending = messages.filter(({ offset }) => isPending(from, offset));
    if (pending.length === 0) return messages.map(() => ok());

    const outcomes = await runBatch(
      pending,
      async (good, failed) => {
        const to = positionAfter(from, offsetsOf(good), failed);
        const results = await this.commit(handler, [{ messages: good, context, from, to }]);
        from = to;
        return results;
      },
      context.signal,
    );
    return inPlaceOf(messages, pending, outcomes);
  }

  /**
   * Batches of several partitions, each of which has a message: all hold or none does.
   * @throws anything: something is wrong with one of them
   */
  async several<T>(
    handler: TransactionHandler<T>,
    batches: readonly PartitionBatch<T>[],
  ): Promise<OutcomesByBatch> {
    const positions = await this.positions(batches);
    const shares = batches.map(({ messages, context }, at): Share<T> => {
      const from = positions[at] as Position;
      const pending = messages.filter(({ offset }) => isPending(from, offset));
      return { messages: pending, context, from, to: positionAfter(from, offsetsOf(pending), []) };
    });
    const fresh = shares.filter(({ messages }) => messages.length > 0);
    const outcomes = fresh.length === 0 ? [] : await this.commit(handler, fresh);
    let next = 0;
    return batches.map(({ messages }, at) => {
      const { messages: pending } = shares[at] as Share<T>;
      const own = outcomes.slice(next, (next += pending.length));
      return inPlaceOf(messages, pending, own);
    });
  }

  private positions(batches: readonly PartitionBatch<unknown>[]): Promise<readonly Position[]> {
    return this.guard.read(
      pooledPrepared(this.database),
      batches.map(({ context, messages }) => ({
        key: context,
        first: (messages[0] as Message<unknown>).offset,
      })),
    );
  }

  /** One outcome per message of all shares. */
  private async commit<T>(
    handler: TransactionHandler<T>,
    shares: readonly Share<T>[],
  ): Promise<readonly Outcome[]> {
    const messages = shares.flatMap((share) => share.messages);
    const contexts = shares.map(({ context }) => context);
    const [context] = contexts as [HandlerContext];
    const signal = shares.length === 1 ? context.signal : anyOf(contexts);
    const outcomes = await inTransaction(this.database, async (tx) => {
      const outcomes =
        messages.length === 0 ? [] : await handler(messages, { ...context, signal, tx });
      await writeOutbox(tx, recordsOf(messages, outcomes, this.encode));
      // The last look before the effects hold: a partition lost meanwhile has a new owner.
      for (const { signal } of contexts) signal.throwIfAborted();
      await new PositionStore(tx).move(
        shares.map(({ context, from, to }) => ({ key: context, from, to })),
      );
      return outcomes;
    });
    for (const { context, to } of shares) this.guard.committed(context, to);
    return outcomes;
  }
}

const anyOf = (contexts: readonly HandlerContext[]) =>
  AbortSignal.any(contexts.map(({ signal }) => signal));

const offsetsOf = (messages: readonly Message<unknown>[]) => messages.map(({ offset }) => offset);

/** The outcomes of all messages, where those that are not pending were applied before. */
function inPlaceOf(
  messages: readonly Message<unknown>[],
  pending: readonly Message<unknown>[],
  outcomes: readonly Outcome[],
): readonly Outcome[] {
  const byOffset = new Map(pending.map(({ offset }, at) => [offset, outcomes[at]]));
  return messages.map(({ offset }) => byOffset.get(offset) ?? ok());
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
