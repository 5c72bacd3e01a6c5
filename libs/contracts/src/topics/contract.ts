import type { TSchema } from 'typebox';

/** The services that own, produce and consume topics; a consumer group is named after its service. */
export type ServiceName = 'fetcher' | 'extractor' | 'deduplicator' | 'store' | 'cli';

/** One schema version of a topic's value. */
export interface SchemaVersion<S extends TSchema = TSchema> {
  /** 1, 2, 3 … without gaps; travels in the `schema-version` header. */
  readonly version: number;
  readonly schema: S;
  /** Lifts a valid value of the version before; absent on version 1 only. Pure. */
  readonly upcast?: (previous: never) => unknown;
}

/** What the broker is told of a topic, in the field's own units. */
export interface BrokerSettings {
  /** Chosen for years: keys must not move in a compacted topic. */
  readonly partitions: number;
  /** Milliseconds; -1 keeps for ever. */
  readonly retentionMs: number;
  readonly cleanup: 'delete' | 'compact';
  /** Longest time a superseded or erased record may stay readable, in ms; compacted topics only. */
  readonly maxCompactionLagMs?: number;
  /** How long a tombstone stays visible to late subscribers, in ms; compacted topics only. */
  readonly deleteRetentionMs?: number;
}

/** All that is known of one topic: the source of types, provisioning, schemas and AsyncAPI. */
export interface TopicContract<N extends string = string, S extends TSchema = TSchema> {
  readonly name: N;
  readonly description: string;
  readonly owner: ServiceName;
  readonly producers: readonly ServiceName[];
  /** Each is a consumer group with its own retry and dead-letter topics. */
  readonly consumers: readonly ServiceName[];
  /** Whether subscribers from outside may read it. */
  readonly isPublic?: true;
  /** What the record key is, in words. */
  readonly key: string;
  /** Headers of its own, for those who filter without parsing: name → what it is, in words. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Oldest first; the last is what producers write. */
  readonly versions: readonly [...SchemaVersion[], SchemaVersion<S>];
  readonly broker: BrokerSettings;
  /** Largest value in bytes of UTF-8 JSON, before compression. */
  readonly maxValueBytes: number;
  /** One retry topic per delay and consumer group, in ms, shortest first. */
  readonly retryDelaysMs: readonly number[];
}

/** Keeps the literal name and the current schema's type of a contract. */
export const defineTopic = <const N extends string, S extends TSchema>(
  contract: TopicContract<N, S>,
): TopicContract<N, S> => contract;
