import type { PositionPort } from './position.port.js';
import type { BatchHandler, HandlerContext } from './handler.js';
import type { Message } from './message.js';
import type { Outcome, Output } from './outcome.js';

/** `transient failures wait here`: the topic's suffix and what it says in milliseconds. */
export interface RetryDelay {
  readonly name: string;
  readonly ms: number;
}

export interface RetryPolicy {
  /** Tries in the process before a record leaves for a retry topic; the first one counts. */
  readonly attempts: number;
  /** First pause between tries in milliseconds; doubles, with full jitter. */
  readonly backoffMs: number;
  readonly maxBackoffMs: number;
  /** One retry topic each, gone through in this order; after the last comes the dead letter. */
  readonly delays: readonly RetryDelay[];
}

export interface FusePolicy {
  /** This many dead letters in a row blow the fuse. */
  readonly inARow: number;
  /** So does a larger share than this of the last 1,000 records. */
  readonly share: number;
}

export interface SubscriptionOptions {
  /** Records handed to the handler at once, at most. */
  readonly maxRecords: number;
  /** Milliseconds that one call of the handler may take. */
  readonly deadlineMs: number;
  readonly retry: RetryPolicy;
  readonly fuse: FusePolicy;
}

/** Runs a batch inside a transaction of the service's database; see the README for its duties. */
export type Transaction<Tx> = (
  next: BatchHandler<unknown, HandlerContext & { readonly tx: Tx }>,
) => BatchHandler<unknown, HandlerContext>;

/** How one record ended, for the service's own record of it (`article-settled`). */
export type OnSettled = (message: Message<unknown>, outcome: Outcome) => readonly Output[];

interface SubscriptionBase {
  /** Logical topic, as its contract calls it. */
  readonly topic: string;
  /** Consumer group: the service's name. */
  readonly group: string;
  /** Outputs for a settled record; published and acknowledged before the offset is committed. */
  readonly onSettled?: OnSettled;
  readonly options?: Partial<SubscriptionOptions>;
}

/** Publishes its outputs, waits for the acknowledgement, then commits. */
export interface StatelessSubscription<T> extends SubscriptionBase {
  readonly handler: BatchHandler<T>;
}

/** Writes rows, outbox and position in one transaction, then commits. */
export interface StatefulSubscription<T, Tx> extends SubscriptionBase {
  readonly handler: BatchHandler<T, HandlerContext & { readonly tx: Tx }>;
  readonly transaction: Transaction<Tx>;
  readonly position: PositionPort;
}

/** A service's whole reading of one topic, in one object. */
export type Subscription<T = never, Tx = never> =
  StatelessSubscription<T> | StatefulSubscription<T, Tx>;

export const defaultOptions: SubscriptionOptions = {
  maxRecords: 500,
  deadlineMs: 30_000,
  retry: {
    attempts: 3,
    backoffMs: 100,
    maxBackoffMs: 5_000,
    delays: [
      { name: '10s', ms: 10_000 },
      { name: '1m', ms: 60_000 },
      { name: '10m', ms: 600_000 },
    ],
  },
  fuse: { inARow: 20, share: 0.2 },
};
