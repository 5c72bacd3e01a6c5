import { TocsinError } from '@tocsin/messaging';
import type { MessagingLog } from '@tocsin/messaging';
import kafkajs from 'kafkajs';
import type { Admin } from 'kafkajs';

import type { KafkaOptions } from './kafka-client.js';
import { protocolType } from './kafka-errors.js';
import type { TopicSpec } from './topic-spec.js';
import { untilSeen } from './until-seen.js';
import { withAdmin } from './with-admin.js';

/** One way in which the broker isn't as the contracts say. */
export interface TopicDifference {
  readonly topic: string;
  /** `topic` when it is missing, `partitions`, or a broker setting's name. */
  readonly setting: string;
  readonly expected: string;
  readonly actual: string;
}

export interface ProvisioningReport {
  readonly created: readonly string[];
  /** What was there already and differs; changing it is an operator's decision. */
  readonly differences: readonly TopicDifference[];
}

const NOT_YET = new Set(['UNKNOWN_TOPIC_OR_PARTITION', 'LEADER_NOT_AVAILABLE']);

/** The topics are missing or not as they must be: the service does not start. */
export class TopicMismatchError extends TocsinError {
  readonly code: 'ERR_KAFKA_TOPIC_MISSING' | 'ERR_KAFKA_TOPIC_MISMATCH';
  readonly differences: readonly TopicDifference[];

  constructor(differences: readonly TopicDifference[]) {
    const lines = differences.map(({ topic, setting, expected, actual }) =>
      setting === 'topic'
        ? `${topic} is missing`
        : `${topic} has ${setting} ${actual} where ${expected} is needed`,
    );
    super(`${lines.join('; ')}. Create missing topics by provisioning, change others by hand.`);
    const isMissing = differences.some(({ setting }) => setting === 'topic');
    this.code = isMissing ? 'ERR_KAFKA_TOPIC_MISSING' : 'ERR_KAFKA_TOPIC_MISMATCH';
    this.differences = differences;
  }
}

/** Creates what is missing, touches nothing that exists, and says what differs. */
export const provisionTopics = (
  options: KafkaOptions,
  specs: readonly TopicSpec[],
  log: MessagingLog,
): Promise<ProvisioningReport> =>
  withAdmin(options, log, async (admin) => {
    const before = await differences(admin, specs);
    const missing = new Set(before.flatMap((d) => (d.setting === 'topic' ? [d.topic] : [])));
    const wanted = specs.filter(({ topic }) => missing.has(topic));
    if (wanted.length > 0) {
      await admin.createTopics({
        waitForLeaders: false,
        topics: wanted.map(({ topic, partitions, replicationFactor, config }) => ({
          topic,
          numPartitions: partitions,
          replicationFactor,
          configEntries: Object.entries(config).map(([name, value]) => ({ name, value })),
        })),
      });
      await untilSeen('the new topics', () => haveLeaders(admin, [...missing]));
    }
    return {
      created: wanted.map(({ topic }) => topic),
      differences: before.filter(({ setting }) => setting !== 'topic'),
    };
  });

/**
 * The check at boot.
 * @throws TopicMismatchError that names every missing topic and every difference at once
 */
export const assertTopics = (
  options: KafkaOptions,
  specs: readonly TopicSpec[],
  log: MessagingLog,
): Promise<void> =>
  withAdmin(options, log, async (admin) => {
    const found = await differences(admin, specs);
    if (found.length > 0) throw new TopicMismatchError(found);
  });

async function haveLeaders(admin: Admin, names: string[]): Promise<boolean> {
  try {
    const { topics } = await admin.fetchTopicMetadata({ topics: names });
    return topics.every(({ partitions }) => partitions.every(({ leader }) => leader >= 0));
  } catch (error) {
    if (NOT_YET.has(protocolType(error) ?? '')) return false;
    throw error;
  }
}

async function differences(admin: Admin, specs: readonly TopicSpec[]): Promise<TopicDifference[]> {
  const existing = new Set(await admin.listTopics());
  const there = specs.filter(({ topic }) => existing.has(topic));
  const missing = specs
    .filter(({ topic }) => !existing.has(topic))
    .map(({ topic }) => ({ topic, setting: 'topic', expected: 'present', actual: 'missing' }));
  if (there.length === 0) return missing;

  const { topics } = await admin.fetchTopicMetadata({ topics: there.map(({ topic }) => topic) });
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: there.map(({ topic }) => ({ type: kafkajs.ConfigResourceTypes.TOPIC, name: topic })),
  });
  const partitions = new Map(topics.map((each) => [each.name, each.partitions.length]));
  const configs = new Map(
    resources.map(({ resourceName, configEntries }) => [
      resourceName,
      new Map(configEntries.map(({ configName, configValue }) => [configName, configValue])),
    ]),
  );
  const found = there.flatMap((spec) =>
    [
      { setting: 'partitions', expected: spec.partitions, actual: partitions.get(spec.topic) },
      ...Object.entries(spec.config).map(([setting, expected]) => ({
        setting,
        expected,
        actual: configs.get(spec.topic)?.get(setting),
      })),
    ].flatMap(({ setting, expected, actual }) =>
      String(expected) === String(actual)
        ? []
        : [{ topic: spec.topic, setting, expected: String(expected), actual: String(actual) }],
    ),
  );
  return [...missing, ...found];
}
