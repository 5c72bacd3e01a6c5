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

/** Records in one transaction, at most: as many as one partition's batch may have (messaging's `maxRecords`). */
const MOST_RECORDS = 500;

interface Waiting {
  /** Compared alone: which batches may go together. */
  readonly handler: unknown;
  readonly batch: PartitionBatch<never>;
  readonly done: (outcomes: readonly Outcome[]) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * One transaction at a time, for all that has come meanwhile: batches of several partitions that have one handler go
 * together. For a service whose batches would wait for each other in the database anyway, and of which one of thirty
 * records costs little more than one of three. Where anything is wrong, each batch is tried by itself, so that its
 * neighbours don't share its fate.
 */
export function createSharedTransactionMiddleware(
  database: DataSource,
  encode: OutboxEncoder,
): TransactionMiddleware {
  const transactions = new PartitionTransactions(database, encode);
  let waiting: Waiting[] = [];
  let isRunning = false;

  return (handler) => (messages, context) =>
    messages.length === 0
      ? Promise.resolve([])
      : new Promise((done, failed) => {
          const batch = { messages, context } as PartitionBatch<never>;
          waiting.push({ handler, batch, done, failed });
          if (!isRunning) void runAll();
        });

  async function runAll(): Promise<void> {
    isRunning = true;
    while (waiting.length > 0) {
      const [together, rest] = firstTogether(waiting);
      waiting = rest;
      await run(together);
    }
    isRunning = false;
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

/** What goes with the first that waits, in order, and what waits on. */
function firstTogether(waiting: readonly Waiting[]): [Waiting[], Waiting[]] {
  const together: Waiting[] = [];
  const rest: Waiting[] = [];
  let size = 0;
  for (const each of waiting) {
    const { length } = each.batch.messages;
    const fits = together.length === 0 || size + length <= MOST_RECORDS;
    if (each.handler === waiting[0]?.handler && fits) {
      together.push(each);
      size += length;
    } else rest.push(each);
  }
  return [together, rest];
}
