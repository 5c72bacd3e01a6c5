import type { Broker } from '@tocsin/messaging';
import {
  groupLag,
  groupState,
  listFuses,
  readWaiting,
  type GroupTopic,
} from '@tocsin/messaging-kafka';
import type { ReadingState } from './reading-state.js';

/** Seconds that a partition is behind as its holder tells, by the broker's name of the topic; undefined where nobody does. */
export type ToldSeconds = (group: string, topic: string, partition: number) => number | undefined;

/**
 * How far every group is with every topic, partition by partition: from the broker, so that also of services that are
 * away. How long records wait is read from the oldest of them; of single partitions only their holders tell.
 *
 * @throws DependencyDownError when the broker is away or lacks a topic
 */
export async function readReadings(
  broker: Broker,
  places: readonly GroupTopic[],
  told: ToldSeconds,
  now: () => number = Date.now,
): Promise<ReadingState[]> {
  const fuses = await listFuses(broker, places);
  const states: ReadingState[] = [];
  const behind: GroupTopic[] = [];
  for (const place of places) {
    const { topic, group, groupId, physicalTopic } = place;
    const { lag, retrying, deadLetters } = await groupState(broker, place);
    if (lag > 0) behind.push(place);
    const partitions = (await groupLag(broker, groupId, physicalTopic)).map((each) => ({
      partition: each.partition,
      at: Number(each.end - each.lag),
      lag: Number(each.lag),
      lagSeconds: each.lag === 0n ? 0 : (told(group, physicalTopic, each.partition) ?? null),
    }));
    const blownFuses = fuses
      .filter((fuse) => fuse.group === group && fuse.topic === topic)
      .map(({ physicalTopic: name, partition, inARow, deadLetters: dead }) => ({
        ...{ topic: name, partition, inARow, deadLetters: dead },
      }));
    const counts = { topic, group, lag, lagSeconds: 0, retrying, deadLetters };
    states.push({ ...counts, blownFuses, partitions });
  }
  const oldest = new Map(
    (await readWaiting(broker, behind)).map(({ place, oldestAt }) => [
      `${place.group}/${place.topic}`,
      oldestAt,
    ]),
  );
  return states.map((state) => {
    if (state.lag === 0) return state;
    const at = oldest.get(`${state.group}/${state.topic}`) ?? null;
    const seconds = at === null ? null : Math.max(0, Math.round((now() - at) / 1_000));
    return { ...state, lagSeconds: seconds };
  });
}
