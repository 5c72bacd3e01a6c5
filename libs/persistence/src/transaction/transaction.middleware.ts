import type { DataSource } from 'typeorm';
import type { OutboxEncoder } from './encoded-outputs.js';
import type { TransactionMiddleware } from './partition-batch.js';
import { PartitionTransactions } from './partition-transactions.js';

/**
 * The transaction's place in the chain: where a stateless service has `publish`. Each batch of a partition has its own,
 * beside those of other partitions.
 */
export function createTransactionMiddleware(
  database: DataSource,
  encode: OutboxEncoder,
): TransactionMiddleware {
  const transactions = new PartitionTransactions(database, encode);
  return (handler) => (messages, context) => transactions.one(handler, { messages, context });
}
