import { provisioning, type ServiceName, type TopicContract, topics } from '@tocsin/contracts';
import type { TopicSpec } from './topic-spec.js';

/**
 * Every topic that must be there before a service works: what it reads and writes by the contracts, and its
 * own group's retries and dead letters. A service that boots without them would find out one record later.
 */
export function serviceTopics(service: ServiceName, replicationFactor: number): TopicSpec[] {
  const contracts = Object.values<TopicContract>(topics);
  const reads = contracts.filter((contract) => contract.consumers.includes(service));
  const touches = contracts.filter((contract) => contract.producers.includes(service));
  const wanted = new Set([...reads, ...touches].map(({ name }) => name));
  const own = reads.map(({ name }) => `${name}-${service}-`);
  return provisioning()
    .filter(({ name }) => wanted.has(name) || own.some((prefix) => name.startsWith(prefix)))
    .map(({ name, partitions, config }) => ({
      topic: name,
      partitions,
      replicationFactor,
      config,
    }));
}
