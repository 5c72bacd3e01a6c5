/** How far a group is with one partition. */
export interface PartitionState {
  readonly partition: number;
  /** Offset of the first record that is not finished. */
  readonly at: number;
  /** Records still to be read. */
  readonly lag: number;
  /** Age of the oldest of them; 0 where none waits, null where nobody tells. */
  readonly lagSeconds: number | null;
}

/** A partition that stands still after too many dead letters. */
export interface FuseState {
  /** What the broker calls the topic: the one that is read or one of its retries. */
  readonly topic: string;
  readonly partition: number;
  readonly inARow: number;
  /** Among the last 1,000 records. */
  readonly deadLetters: number;
}

/** How far one group is with one topic. */
export interface ReadingState {
  readonly topic: string;
  readonly group: string;
  /** Records still to be read. */
  readonly lag: number;
  /** Age of the oldest of them; 0 where none waits, null where it can't be told. */
  readonly lagSeconds: number | null;
  /** Records that wait in the group's retry topics. */
  readonly retrying: number;
  /** Records kept in the dead-letter topic, redriven ones included. */
  readonly deadLetters: number;
  readonly blownFuses: readonly FuseState[];
  readonly partitions: readonly PartitionState[];
}
