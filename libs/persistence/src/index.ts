export { BY_INDEX } from './database/by-index.js';
export { createDataSource, type DatabaseSettings } from './database/data-source.js';
export { ContendedError, isCollision, toDatabaseError } from './database/database-errors.js';
export { dropTestSchema } from './database/drop-test-schema.js';
export { openDatabase } from './database/open-database.js';
export { safeJson, safeText, safeTextOrNull } from './database/postgres-text.js';
export { pooled, pooledPrepared, queryableOf, type Queryable } from './database/queryable.js';
export {
  CreatePositionAndOutbox1767225600000,
  persistenceMigrations,
} from './migrations/create-position-and-outbox.js';
export { OutboxRelay, type RelayDependencies } from './outbox/outbox-relay.js';
export { DEFAULT_RELAY_SETTINGS, type RelaySettings } from './outbox/relay-settings.js';
export { observePool } from './database/observe-pool.js';
export { observeOutboxAge } from './outbox/outbox-gauge.js';
export { forgetSent } from './outbox/forget-sent.js';
export { writeOutbox } from './outbox/outbox-writer.js';
export type { Publisher } from './outbox/publisher.port.js';
export { PositionFencedError, PositionRegressedError } from './position/position-errors.js';
export { PositionStore, type PartitionKey, type Position } from './position/position-store.js';
export { inTransaction } from './transaction/in-transaction.js';
export type { OutboxEncoder } from './transaction/encoded-outputs.js';
export type { TransactionContext, TransactionMiddleware } from './transaction/partition-batch.js';
export { createTransactionMiddleware } from './transaction/transaction.middleware.js';
