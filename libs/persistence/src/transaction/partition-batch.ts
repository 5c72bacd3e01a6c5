import type { BatchHandler, HandlerContext, Message, Outcome } from '@tocsin/messaging';
import type { Queryable } from '../database/queryable.js';

/** What a handler of a stateful service gets beside the usual: the transaction of its batch. */
export interface TransactionContext extends HandlerContext {
  readonly tx: Queryable;
}

export type TransactionHandler<T> = BatchHandler<T, TransactionContext>;

/** Records of one partition in the log's order, and whose they are while `context.signal` has not aborted. */
export interface PartitionBatch<T> {
  readonly messages: readonly Message<T>[];
  readonly context: HandlerContext;
}

/** Wraps a handler so that its rows, its outputs and the position commit together, or none does. */
export type TransactionMiddleware = <T>(handler: TransactionHandler<T>) => BatchHandler<T>;

/** One outcome per message, batch by batch. */
export type OutcomesByBatch = readonly (readonly Outcome[])[];
