import { provisioning } from '@tocsin/contracts';
import type { Broker, MessagingLog } from '@tocsin/messaging';
import { KafkaBroker, provisionTopics, type TopicSpec } from '@tocsin/messaging-kafka';

const CLIENT = 'tocsin-start';
/** The local broker has no other to copy to. */
const REPLICAS = 1;

/** Creates the topics that are missing. */
export async function createTopics(brokers: string, log: MessagingLog): Promise<void> {
  const specs: TopicSpec[] = provisioning().map(({ name, partitions, config }) => ({
    topic: name,
    partitions,
    replicationFactor: REPLICAS,
    config,
  }));
  await provisionTopics(clientOf(brokers), specs, log);
}

/** The start command's own look at the broker: incidents as they come, and the lag. */
export function openBroker(brokers: string, log: MessagingLog): Broker {
  return new KafkaBroker(clientOf(brokers), log);
}

function clientOf(brokers: string) {
  return { brokers: brokers.split(',').map((broker) => broker.trim()), clientId: CLIENT };
}
