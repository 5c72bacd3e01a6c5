import { provisioning } from '@tocsin/contracts';
import type { Broker, MessagingLog } from '@tocsin/messaging';
import {
  KafkaBroker,
  type KafkaOptions,
  type ProvisioningReport,
  provisionTopics,
  type TopicSpec,
} from '@tocsin/messaging-kafka';

const CLIENT = 'tocsin-start';
/** The local broker has no other to copy to. */
const REPLICAS = 1;

/** Creates the topics that are missing on a broker of this machine. */
export async function createTopics(brokers: string, log: MessagingLog): Promise<void> {
  await createContractTopics(clientOf(brokers), REPLICAS, log);
}

/** Creates the topics of the contracts that are missing, with so many copies each. */
export function createContractTopics(
  options: KafkaOptions,
  replicationFactor: number,
  log: MessagingLog,
): Promise<ProvisioningReport> {
  const specs: TopicSpec[] = provisioning().map(({ name, partitions, config }) => ({
    topic: name,
    partitions,
    replicationFactor,
    config,
  }));
  return provisionTopics(options, specs, log);
}

/** The start command's own look at the broker: incidents as they come, and the lag. */
export function openBroker(brokers: string, log: MessagingLog): Broker {
  return new KafkaBroker(clientOf(brokers), log);
}

function clientOf(brokers: string) {
  return { brokers: brokers.split(',').map((broker) => broker.trim()), clientId: CLIENT };
}
