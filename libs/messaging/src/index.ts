export * from './message.js';
export * from './outcome.js';
export * from './handler.js';
export * from './errors.js';
export * from './lift.js';
export * from './broker.port.js';
export * from './codec.port.js';
export * from './position.port.js';
export * from './environment.port.js';
export * from './subscription.js';
export * from './topic-names.js';
export * from './headers.js';
export * from './dead-letter-record.js';
export * from './message-context.js';
export * from './names.js';
export * from './consumption.js';
export { fuseStateOf } from './fuse.js';
export * from './release.js';
export {
  LagMeter,
  type Halt,
  type HeldPartition,
  type PartitionLag,
} from './observe-partitions.js';
export * from './by-group.js';
export * from './system-environment.js';
export * from './memory/in-memory-broker.js';
export * from './outgoing.js';
export * from './traced-publisher.js';
export * from './contract-codec.js';
export * from './messaging-log.js';
export * from './article-ends.js';
