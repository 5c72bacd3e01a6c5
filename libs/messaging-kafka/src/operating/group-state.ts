import type { BrokerReader } from '@tocsin/messaging';
import { groupLag } from './group-lag.js';
import type { GroupTopic } from './readings.js';

/** How far one group is with one topic. */
export interface GroupState {
  readonly topic: string;
  readonly group: string;
  /** Records still to be read. */
  readonly lag: number;
  /** Records that wait in the group's retry topics. */
  readonly retrying: number;
  /** Records kept in the dead-letter topic, redriven ones included. */
  readonly deadLetters: number;
}

/** @throws DependencyDownError when the broker is away or has no such topic */
export async function groupState(reader: BrokerReader, place: GroupTopic): Promise<GroupState> {
  const { topic, group, groupId, physicalTopic, retryTopics, deadLetterTopic } = place;
  let retrying = 0;
  for (const retry of retryTopics) retrying += await lagOf(reader, groupId, retry);
  return {
    topic,
    group,
    lag: await lagOf(reader, groupId, physicalTopic),
    retrying,
    deadLetters: await kept(reader, deadLetterTopic),
  };
}

async function lagOf(reader: BrokerReader, groupId: string, topic: string): Promise<number> {
  const partitions = await groupLag(reader, groupId, topic);
  return partitions.reduce((sum, { lag }) => sum + Number(lag), 0);
}

async function kept(reader: BrokerReader, topic: string): Promise<number> {
  const ranges = [...(await reader.ranges(topic)).values()];
  return ranges.reduce((sum, { low, high }) => sum + Number(high - low), 0);
}
