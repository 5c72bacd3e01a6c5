import type { TransactionMiddleware } from './transaction.middleware.js';

/**
 * Batches of all partitions and topics of one process one after the other, for a service whose batches would wait for
 * each other in the database anyway, there with a transaction open.
 */
export function oneAtATime(transaction: TransactionMiddleware): TransactionMiddleware {
  let last: Promise<unknown> = Promise.resolve();
  return (handler) => {
    const run = transaction(handler);
    return (messages, context) => {
      const mine = last.then(() => {
        context.signal.throwIfAborted();
        return run(messages, context);
      });
      // Whoever comes next waits for the end, however it ended.
      last = mine.catch(() => undefined);
      return mine;
    };
  };
}
