import type { OutgoingRecord, RawMessage } from './message.js';

/** The only way records leave a service. */
export interface Publisher {
  /**
   * Resolves when the broker has acknowledged every record on all in-sync replicas.
   * @throws DependencyDownError when the broker can't be reached or doesn't answer.
   * @throws PermanentError (class TOO_LARGE) when the broker refuses a record's size.
   */
  publish(records: readonly OutgoingRecord[]): Promise<void>;
}

export interface CommittedOffset {
  /** Offset of the next record to be read. */
  readonly offset: bigint;
  readonly metadata: string;
}

/** What may be done with one assigned partition while it is held. */
export interface PartitionControl {
  readonly topic: string;
  readonly partition: number;
  /** Aborted when the partition is lost or the subscription drains out of time. */
  readonly signal: AbortSignal;
  /** The next batch begins here, whatever the end of the present one. */
  seek(offset: bigint): void;
  pause(): void;
  resume(): void;
}

/** A partition has just been given to this member; nothing of it is delivered before the answer. */
export interface Assignment extends PartitionControl {
  /** Null when the group has never committed here: reading begins at the earliest record. */
  readonly committed: CommittedOffset | null;
  commit(nextOffset: bigint, metadata?: string): Promise<void>;
}

/** Consecutive records of one partition, in order. */
export interface RawBatch extends PartitionControl {
  readonly records: readonly RawMessage[];
  /** The log's end when the batch was read; lag is its distance from the last record. */
  readonly highWatermark: bigint;
  /** Tells the group that this member lives; work that holds the event loop must call it. */
  heartbeat(): Promise<void>;
  /**
   * Commits `nextOffset`, the offset of the first record that is not finished.
   * Does nothing when the partition is already lost.
   */
  commit(nextOffset: bigint, metadata?: string): Promise<void>;
}

export interface SubscriptionRequest {
  readonly group: string;
  readonly topics: readonly string[];
  /** Awaited before the first batch of each assignment. */
  readonly onAssigned: (assignment: Assignment) => Promise<void>;
  /**
   * Awaited before the next batch of the same partition. A rejection redelivers the partition from
   * its last committed offset.
   */
  readonly onBatch: (batch: RawBatch) => Promise<void>;
}

/** What a readiness probe may want to know. */
export interface SubscriptionHealth {
  readonly assigned: readonly { readonly topic: string; readonly partition: number }[];
  /** Milliseconds since the epoch of the last answer from the broker, null before the first. */
  readonly lastPoll: number | null;
  /** Lag in records for `topic/partition`, as of the last batch. */
  readonly lag: Readonly<Record<string, number>>;
}

export interface BrokerSubscription {
  health(): SubscriptionHealth;
  /** Lets running batches finish for `drainMs`, then aborts them, then leaves the group. */
  stop(drainMs: number): Promise<void>;
}

/** First offset still in the log, and the offset that the next record will get. */
export interface LogRange {
  readonly low: bigint;
  readonly high: bigint;
}

export interface BrokerReader {
  committed(group: string, topic: string): Promise<ReadonlyMap<number, CommittedOffset>>;
  ranges(topic: string): Promise<ReadonlyMap<number, LogRange>>;
}

/** Everything the messaging layer asks of a broker; adapters pass the one conformance suite. */
export interface Broker extends Publisher, BrokerReader {
  subscribe(request: SubscriptionRequest): Promise<BrokerSubscription>;
  close(): Promise<void>;
}
