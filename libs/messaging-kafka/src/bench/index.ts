export type { Contestant, ContestantRun } from './contestant.js';
export { bareKafkajs } from './bare-kafkajs.js';
export { ourChain } from './our-chain.js';
export { stockServerKafka } from './stock-server-kafka.js';
export { consumeRecords, produceRecords, readRecords, type BareRecord } from './move-records.js';
