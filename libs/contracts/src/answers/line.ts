/** Milliseconds; null when nothing was measured. */
export interface Percentiles {
  readonly p50: number | null;
  readonly p99: number | null;
}

/** `GET /v1/stats`. */
export interface Stats {
  /** Articles of which a version is stored completely. */
  readonly articles: number;
  /** Active incidents. */
  readonly incidents: number;
  /** URL versions by their current state. */
  readonly rejected: number;
  readonly failed: number;
  readonly deadLetters: number;
  /** Versions that have begun and not ended: neither stored nor ended otherwise. */
  readonly pending: number;
  /** From the response to the page's topic; to the article's; to its syndication; to the store's database. */
  readonly hops: Readonly<Record<LineStage, Percentiles>>;
}

/** The stages that an article goes through, in their order. */
export type LineStage = 'fetch' | 'extract' | 'deduplicate' | 'store';

/** How far a reader of records is behind. */
export interface Behind {
  /** Records still to be read. */
  readonly lag: number;
  /** How long the oldest of them has waited; 0 where none waits, null where that can't be told. */
  readonly lagSeconds: number | null;
  /** Records that wait in the group's retry topics. */
  readonly retrying: number;
  /** Records kept in its dead-letter topic, redriven ones included. */
  readonly deadLetters: number;
  /** Partitions that stand still until they are released. */
  readonly blownFuses: number;
}

/** How one consumer group is with one topic. */
export interface ReadingState extends Behind {
  readonly group: string;
  readonly topic: string;
  /** Null before there are two looks to compare. */
  readonly finishedPerMinute: number | null;
  readonly writtenPerMinute: number | null;
}

/** What did not go well: ends of URL versions at a stage. */
export interface StageTroubles {
  readonly rejected: number;
  readonly failed: number;
  readonly deadLettered: number;
}

/** A stage over all that it reads; of the fetcher, which reads none, what it writes. */
export interface StageState extends Behind {
  readonly stage: LineStage;
  readonly perMinute: number | null;
  /** When the newest of what has come through this stage left it, ISO 8601. */
  readonly lastAt: string | null;
  /** Of the last hour. */
  readonly troubles: StageTroubles;
}

/** `GET /v1/pipeline`. */
export interface PipelineState {
  readonly at: string;
  readonly stages: readonly StageState[];
  readonly readings: readonly ReadingState[];
}

/** A feed as the fetcher shows it in lists, of which the console shows this; times are ISO 8601. */
export interface FeedSummary {
  readonly id: string;
  readonly url: string;
  readonly title: string | null;
  /** rss, atom, rdf, json, cdf, sitemap, sitemap-index or site; null before the first poll. */
  readonly kind: string | null;
  readonly state: 'active' | 'paused' | 'parked' | 'stopped';
  readonly stateReason: string | null;
  readonly nextPollAt: string;
  readonly polledAt: string | null;
  /** When a poll last found something new. */
  readonly changedAt: string | null;
  /** In a row. */
  readonly failures: number;
  /** Of the last poll. */
  readonly code: string | null;
  readonly reason: string | null;
}
