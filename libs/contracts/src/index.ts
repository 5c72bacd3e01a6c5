export * from './model/vocabulary.js';
export * from './model/article.js';
export * from './model/mention.js';
export * from './model/incident.js';
export * from './model/records.js';
export type {
  BrokerSettings,
  SchemaVersion,
  ServiceName,
  TopicContract,
} from './topics/contract.js';
export * from './topics/index.js';
export * from './topics/naming.js';
export type { RetryTopic } from './topics/derived.js';
export type { TopicSpec } from './topics/provisioning.js';
export * from './codec/index.js';
export * from './codec/errors.js';
export * from './answers/index.js';
