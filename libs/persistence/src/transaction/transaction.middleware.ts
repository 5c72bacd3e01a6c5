import type { Outcome } from '@tocsin/messaging';
import type { DataSource } from 'typeorm';
import type { OutboxEncoder } from './encoded-outputs.js';
import type {
  OutcomesByBatch,
  PartitionBatch,
  TransactionHandler,
  TransactionMiddleware,
} from './partition-batch.js';
import { PartitionTransactions } from './partition-transactions.js';

/** As many as one partition's batch may have (messaging's `maxRecords`). */
const MOST_RECORDS = 500;

export interface TransactionMiddlewareOptions {
  /**
   * Milliseconds from the beginning of one transaction of a handler to that of its next, at least (100). What comes alone
   * never waits; where much comes, this bounds how many transactions it is cut into.
   */
  readonly everyMs?: number;
  /**
   * Records of several batches in one transaction, at most (500, as one partition's batch may have). What a handler holds
   * in memory grows with them.
   */
  readonly mostRecords?: number;
}

interface Waiting {
  /** Compared alone: which batches may go together. */
  readonly handler: unknown;
  readonly batch: PartitionBatch<never>;
  readonly done: (outcomes: readonly Outcome[]) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * The transaction's place in the chain: where a stateless service has `publish`. One transaction at a time, for all that
 * has come meanwhile: batches of several partitions that have one handler go together, for one of thirty records costs
 * little more than one of three. Where anything is wrong, each batch is tried by itself, so that its
 * neighbours don't share its fate.
 */
export function createTransactionMiddleware(
  database: DataSource,
  encode: OutboxEncoder,
  { everyMs = 100, mostRecords = MOST_RECORDS }: TransactionMiddlewareOptions = {},
): TransactionMiddleware {
  const transactions = new PartitionTransactions(database, encode);
  /** By the monotonic clock, when a handler's next transaction may begin. */
  const due = new Map<unknown, number>();
  let waiting: Waiting[] = [];
  let isRunning = false;
  let timer: NodeJS.Timeout | undefined;

  return (handler) => (messages, context) =>
    messages.length === 0
      ? Promise.resolve([])
      : new Promise((done, failed) => {
          const batch = { messages, context } as PartitionBatch<never>;
          waiting.push({ handler, batch, done, failed });
          advance();
        });

  /** Begins the next transaction: of the first that waits whose handler may, now or as soon as one may. */
  function advance(): void {
    clearTimeout(timer);
    if (isRunning || waiting.length === 0) return;
    const now = performance.now();
    const dueAt = ({ handler }: Waiting) => due.get(handler) ?? now;
    const first = waiting.find((each) => dueAt(each) <= now);
    if (first === undefined) {
      timer = setTimeout(advance, Math.min(...waiting.map(dueAt)) - now);
      return;
    }
    const [together, rest] = togetherWith(first, waiting, mostRecords);
    waiting = rest;
    due.set(first.handler, now + everyMs);
    isRunning = true;
    void run(together).finally(() => {
      isRunning = false;
      advance();
    });
  }

  async function run(together: readonly Waiting[]): Promise<void> {
    // What lost its partition while it waited does not begin.
    const held = together.filter(({ batch }) => !batch.context.signal.aborted);
    const shared = held.length > 1 ? await shareOrNone(held) : undefined;
    if (shared !== undefined) for (const [at, { done }] of held.entries()) done(shared[at] ?? []);
    const alone = shared === undefined ? together : together.filter((each) => !held.includes(each));
    for (const { handler, batch, done, failed } of alone) {
      try {
        batch.context.signal.throwIfAborted();
        done(await transactions.one(handler as TransactionHandler<never>, batch));
      } catch (error) {
        failed(error);
      }
    }
  }

  async function shareOrNone(held: readonly Waiting[]): Promise<OutcomesByBatch | undefined> {
    try {
      return await transactions.several(
        held[0]?.handler as TransactionHandler<never>,
        held.map(({ batch }) => batch),
      );
    } catch {
      // Whose fault it was shows when each is tried alone; its error is its own caller's.
      return undefined;
    }
  }
}

/** What goes with the one, in order, and what waits on. */
function togetherWith(
  { handler }: Waiting,
  waiting: readonly Waiting[],
  mostRecords: number,
): [Waiting[], Waiting[]] {
  const together: Waiting[] = [];
  const rest: Waiting[] = [];
  let size = 0;
  for (const each of waiting) {
    const { length } = each.batch.messages;
    const fits = together.length === 0 || size + length <= mostRecords;
    if (each.handler === handler && fits) {
      together.push(each);
      size += length;
    } else rest.push(each);
  }
  return [together, rest];
}
