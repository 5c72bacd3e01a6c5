import { type TopicName, isTopicName, topicNames, topics } from './index.js';
import { type TopicSpec, provisioningOf } from './provisioning.js';
import { type RetryTopic, deadLetterTopic, retryTopics } from './derived.js';

/** Where a physical topic belongs: the contract behind it and, for derived ones, the group. */
export interface TopicOrigin {
  readonly topic: TopicName;
  readonly kind: 'source' | 'retry' | 'dead-letter';
  /** The consumer group that a retry or dead-letter topic belongs to. */
  readonly group?: string;
  /** Milliseconds, for retry topics. */
  readonly delayMs?: number;
}

/** Physical names of one deployment; logical names are the contracts'. */
export interface TopicNaming {
  /** Physical name of a logical topic. */
  physical(topic: TopicName): string;
  /** Consumer group id of a group: two deployments on one cluster must not share one. */
  groupId(group: string): string;
  /** Retry topics of a group, shortest delay first, by physical name. */
  retryTopicsOf(topic: TopicName, group: string): readonly RetryTopic[];
  /** Physical name of a group's dead-letter topic. */
  deadLetterTopicOf(topic: TopicName, group: string): string;
  /** What a physical name stands for; undefined when it is none of this deployment's. */
  originOf(physical: string): TopicOrigin | undefined;
  /** Every topic to create, each consumer group's retry and dead-letter topics included. */
  provisioning(): TopicSpec[];
}

/** Binds the logical names to one deployment; tests use random prefixes to share a broker. */
export function withPrefix(prefix: string): TopicNaming {
  const physical = (topic: TopicName) => `${prefix}${topic}`;
  const retryTopicsOf = (topic: TopicName, group: string) =>
    retryTopics(physical(topic), group, topics[topic].retryDelaysMs);
  const deadLetterTopicOf = (topic: TopicName, group: string) =>
    deadLetterTopic(physical(topic), group);
  return {
    physical,
    groupId: (group) => `${prefix}${group}`,
    retryTopicsOf,
    deadLetterTopicOf,
    originOf: (name) => (name.startsWith(prefix) ? parse(name.slice(prefix.length)) : undefined),
    provisioning: () => provisioningOf(Object.values(topics), prefix),
  };
}

const DERIVED = /^-(.+)-(?:dlq|retry-(\d+)(ms|s|m|h))$/;
const UNIT_MS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };

/** Longest first: one topic's name may begin another's. */
const byLength = [...topicNames].sort((a, b) => b.length - a.length);

function parse(name: string): TopicOrigin | undefined {
  if (isTopicName(name)) return { topic: name, kind: 'source' };
  const topic = byLength.find((candidate) => name.startsWith(`${candidate}-`));
  if (topic === undefined) return undefined;
  const [, group, amount, unit] = DERIVED.exec(name.slice(topic.length)) ?? [];
  if (group === undefined) return undefined;
  if (unit === undefined) return { topic, kind: 'dead-letter', group };
  return { topic, kind: 'retry', group, delayMs: Number(amount) * (UNIT_MS[unit] ?? 1) };
}

const bare = withPrefix('');

/** Retry topics of a group in a deployment without a prefix, shortest delay first. */
export const retryTopicsOf = bare.retryTopicsOf;

/** The dead-letter topic of a group in a deployment without a prefix. */
export const deadLetterTopicOf = bare.deadLetterTopicOf;

/** Every topic to create in a deployment without a prefix. */
export const provisioning = bare.provisioning;
