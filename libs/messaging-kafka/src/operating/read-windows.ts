import { randomUUID } from 'node:crypto';
import {
  DependencyDownError,
  type Broker,
  type PartitionControl,
  type RawMessage,
} from '@tocsin/messaging';

/** A stretch of a partition. */
export interface LogWindow {
  readonly topic: string;
  readonly partition: number;
  readonly from: bigint;
  /** Exclusive. */
  readonly to: bigint;
}

/** Nothing new for this long means that the rest of a log is control records. */
const IDLE_MS = 5_000;
/** Joining may take a few sessions of those that died before. */
const JOIN_MS = 20_000;

const placeOf = ({ topic, partition }: { topic: string; partition: number }) =>
  `${topic}/${partition}`;

/**
 * Hands over the records of some stretches, each partition in its order. Reads as a passing group that commits nothing.
 *
 * @throws DependencyDownError when the broker is away
 */
export async function readWindows(
  broker: Broker,
  windows: readonly LogWindow[],
  take: (record: RawMessage) => void,
): Promise<void> {
  const open = new Map(
    windows.filter(({ from, to }) => to > from).map((window) => [placeOf(window), { ...window }]),
  );
  if (open.size === 0) return;
  const { promise: done, resolve: finish, reject } = Promise.withResolvers<void>();
  let timer: NodeJS.Timeout | undefined;
  const leave = (control: PartitionControl) => {
    open.delete(placeOf(control));
    control.pause();
  };
  const subscription = await broker.subscribe({
    group: `tocsin-log-reader-${randomUUID()}`,
    topics: [...new Set([...open.values()].map(({ topic }) => topic))],
    onAssigned: async (assignment) => {
      const window = open.get(placeOf(assignment));
      if (window) assignment.seek(window.from);
      else assignment.pause();
    },
    onBatch: async (batch) => {
      const window = open.get(placeOf(batch));
      if (!window) return batch.pause();
      for (const record of batch.records) {
        if (record.offset < window.from || record.offset >= window.to) continue;
        take(record);
        // A partition that is given out twice is read on, not again.
        window.from = record.offset + 1n;
      }
      if ((batch.records.at(-1)?.offset ?? 0n) + 1n >= window.to) leave(batch);
      clearTimeout(timer);
      if (open.size === 0) finish();
      else timer = setTimeout(finish, IDLE_MS);
    },
  });
  // Begins only when the group is joined: a broker that is away fails before, and leaves nothing behind.
  timer ??= setTimeout(
    () => reject(new DependencyDownError('ERR_KAFKA_READ', 'the broker gave no records in time')),
    JOIN_MS,
  );
  try {
    await done;
  } finally {
    clearTimeout(timer);
    await subscription.stop(0);
  }
}
