import type { Broker } from '@tocsin/messaging';
import { groupLag } from './group-lag.js';
import type { GroupTopic } from './readings.js';
import { readWindows, type LogWindow } from './read-windows.js';

/** How one group is with one topic. */
export interface Waiting {
  readonly place: GroupTopic;
  /** Records still to be read. */
  readonly lag: number;
  /** Records that the topic has ever got, and of those how many the group has finished. */
  readonly written: number;
  readonly finished: number;
  /** When the oldest record that waits was written, ms since the epoch; null where none waits or it is gone. */
  readonly oldestAt: number | null;
}

/** Partitions of which the oldest record is looked at; where more are behind, the first ones. */
const MAX_WINDOWS = 64;

/** What waits for each group, and since when. @throws DependencyDownError */
export async function readWaiting(
  broker: Broker,
  places: readonly GroupTopic[],
): Promise<readonly Waiting[]> {
  const lags = [];
  for (const place of places)
    lags.push({ place, partitions: await groupLag(broker, place.groupId, place.physicalTopic) });
  const windows: LogWindow[] = [];
  const heads = new Map<string, GroupTopic[]>();
  for (const { place, partitions } of lags) {
    for (const { partition, end, lag } of partitions) {
      if (lag === 0n) continue;
      const topic = place.physicalTopic;
      const from = end - lag;
      const head = `${topic}/${partition}/${from}`;
      const known = heads.get(head);
      heads.set(head, [...(known ?? []), place]);
      if (!known) windows.push({ topic, partition, from, to: from + 1n });
    }
  }
  const oldest = new Map<GroupTopic, number>();
  for (const turn of roundsOf(windows.slice(0, MAX_WINDOWS))) {
    await readWindows(broker, turn, ({ topic, partition, offset, timestamp }) => {
      for (const place of heads.get(`${topic}/${partition}/${offset}`) ?? [])
        oldest.set(place, Math.min(oldest.get(place) ?? Infinity, timestamp));
    });
  }
  return lags.map(({ place, partitions }) => {
    const lag = partitions.reduce((sum, each) => sum + each.lag, 0n);
    const written = partitions.reduce((sum, { end }) => sum + end, 0n);
    return {
      place,
      lag: Number(lag),
      written: Number(written),
      finished: Number(written - lag),
      oldestAt: oldest.get(place) ?? null,
    };
  });
}

/** Two groups may stand at two places of one partition: each is a round of its own. */
function roundsOf(windows: readonly LogWindow[]): LogWindow[][] {
  const rounds: LogWindow[][] = [];
  for (const group of Map.groupBy(
    windows,
    ({ topic, partition }) => `${topic}/${partition}`,
  ).values())
    for (const [turn, window] of group.entries()) (rounds[turn] ??= []).push(window);
  return rounds;
}
