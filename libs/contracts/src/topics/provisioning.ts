import type { BrokerSettings, TopicContract } from './contract.js';
import { deadLetterTopic, retryTopics } from './derived.js';
import { DEAD_LETTER_RETENTION_MS, MAX_BATCH_BYTES, RETRY_RETENTION_MS } from './settings.js';

/** One topic to create: physical name, partitions and the broker's own configuration keys. */
export interface TopicSpec {
  readonly name: string;
  readonly partitions: number;
  readonly config: Readonly<Record<string, string>>;
}

/** Enough to drain retries side by side; order is not promised there. */
const RETRY_PARTITIONS = 2;

/** Dead letters are few and read by people: one partition keeps them in order of arrival. */
const DEAD_LETTER_PARTITIONS = 1;

/** Every topic of the contracts with each consumer group's retry and dead-letter topics. */
export const provisioningOf = (contracts: readonly TopicContract[], prefix: string): TopicSpec[] =>
  contracts.flatMap((contract) => {
    const name = `${prefix}${contract.name}`;
    return [
      { name, partitions: contract.broker.partitions, config: configOf(contract.broker) },
      ...contract.consumers.flatMap((group) => groupTopics(contract, name, group)),
    ];
  });

const groupTopics = (contract: TopicContract, name: string, group: string): TopicSpec[] => [
  ...retryTopics(name, group, contract.retryDelaysMs).map((retry) => ({
    name: retry.name,
    partitions: RETRY_PARTITIONS,
    config: deleteAfter(RETRY_RETENTION_MS),
  })),
  {
    name: deadLetterTopic(name, group),
    partitions: DEAD_LETTER_PARTITIONS,
    config: deleteAfter(DEAD_LETTER_RETENTION_MS),
  },
];

const deleteAfter = (retentionMs: number): Record<string, string> => ({
  'cleanup.policy': 'delete',
  'retention.ms': String(retentionMs),
  'max.message.bytes': String(MAX_BATCH_BYTES),
});

function configOf(broker: BrokerSettings): Record<string, string> {
  const config = { ...deleteAfter(broker.retentionMs), 'cleanup.policy': broker.cleanup };
  const lag = broker.maxCompactionLagMs;
  const tombstones = broker.deleteRetentionMs;
  return {
    ...config,
    ...(lag === undefined ? {} : { 'max.compaction.lag.ms': String(lag) }),
    ...(tombstones === undefined ? {} : { 'delete.retention.ms': String(tombstones) }),
  };
}
