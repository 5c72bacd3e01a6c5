import { fuseStateOf, releaseGroup, type Broker, type BrokerReader } from '@tocsin/messaging';
import type { GroupTopic } from './readings.js';
import { OperatingError } from './operating-error.js';

/** A partition that stands still after too many dead letters. */
export interface BlownFuse {
  /** Logical name of the topic whose reading it is. */
  readonly topic: string;
  readonly group: string;
  /** What the broker calls the topic of the partition: the topic itself or one of its retries. */
  readonly physicalTopic: string;
  readonly partition: number;
  /** Where it stands: the first record that has not been handled. */
  readonly offset: bigint;
  /** Among the last 1,000 records. */
  readonly deadLetters: number;
  readonly inARow: number;
}

/** Every blown fuse, as the groups' commits tell. @throws DependencyDownError */
export async function listFuses(
  reader: BrokerReader,
  places: readonly GroupTopic[],
): Promise<BlownFuse[]> {
  const blown: BlownFuse[] = [];
  for (const { topic, group, groupId, physicalTopic, retryTopics } of places) {
    for (const name of [physicalTopic, ...retryTopics]) {
      for (const [partition, { offset, metadata }] of await reader.committed(groupId, name)) {
        const state = fuseStateOf(metadata);
        if (!state?.blown) continue;
        const { deadLetters, inARow } = state;
        blown.push({ topic, group, physicalTopic: name, partition, offset, deadLetters, inARow });
      }
    }
  }
  return blown;
}

const LIMIT_MS = 20_000;

/**
 * Lets a partition go on: whoever holds it finds the release within seconds, wherever it runs. It holds for the place at
 * which the partition stands and for no other, so that it can't release a fuse that blows later.
 *
 * @throws OperatingError ERR_OPERATING_FUSE_WHOLE
 * @throws DependencyDownError, Error when the release can't be written in 20 s
 */
export async function releaseFuse(
  broker: Broker,
  places: readonly GroupTopic[],
  asked: { readonly group: string; readonly physicalTopic: string; readonly partition: number },
): Promise<BlownFuse> {
  const { group, physicalTopic, partition } = asked;
  const own = places.filter((place) => place.group === group);
  const fuses = await listFuses(broker, own);
  const fuse = fuses.find(
    (each) => each.physicalTopic === physicalTopic && each.partition === partition,
  );
  if (!fuse)
    throw new OperatingError(
      'ERR_OPERATING_FUSE_WHOLE',
      `No fuse of ${group} is blown on ${physicalTopic}/${partition}.`,
    );
  const { promise: written, resolve, reject } = Promise.withResolvers<void>();
  const timer = setTimeout(() => reject(new Error('the release could not be written')), LIMIT_MS);
  const subscription = await broker.subscribe({
    group: releaseGroup(own[0]?.groupId ?? group),
    topics: [physicalTopic],
    onAssigned: async (assignment) => {
      assignment.pause();
      if (assignment.partition !== partition) return;
      await assignment.commit(fuse.offset).then(resolve, reject);
    },
    onBatch: async (batch) => batch.pause(),
  });
  try {
    await written;
  } finally {
    clearTimeout(timer);
    await subscription.stop(0);
  }
  return fuse;
}
