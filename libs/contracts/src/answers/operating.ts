export const OPERATION_KINDS = ['redrive', 'fuse-release', 'erasure'] as const;
export type OperationKind = (typeof OPERATION_KINDS)[number];

/** `GET /v1/operations`: something that an operator had done: who, when, why, what it was about and what came of it. */
export interface Operation {
  readonly id: string;
  readonly kind: OperationKind;
  /** The name of the key by which it was asked for. */
  readonly by: string;
  readonly reason: string;
  /** What was asked for, as it was given. */
  readonly request: unknown;
  /** `interrupted` when nothing has been heard of it for a minute: the instance that did it is gone. */
  readonly state: 'running' | 'done' | 'failed' | 'interrupted';
  /** How many of what, so far. */
  readonly counts: Readonly<Record<string, number>>;
  readonly error: string | null;
  /** ISO 8601. */
  readonly begunAt: string;
  readonly endedAt: string | null;
}

/** A dead letter as `GET /v1/dead-letters` lists it; times are ISO 8601. */
export interface DeadLetterItem {
  /** `topic/group/partition/offset`. */
  readonly id: string;
  readonly topic: string;
  readonly group: string;
  readonly class: string;
  readonly exception: string;
  readonly message: string;
  readonly origin: { readonly topic: string; readonly partition: number; readonly offset: number };
  readonly deliveries: number;
  readonly redrives: number;
  readonly firstFailedAt: string | null;
  readonly lastFailedAt: string | null;
  readonly traceId: string | null;
  /** The record's key: of an article's records, its id. */
  readonly key: string | null;
  /** Null where it was never sent back through the API. */
  readonly redrivenAt: string | null;
}

/** Text, or bytes that are no UTF-8. */
export type ShownBytes = string | { readonly base64: string } | null;

/** One dead letter with its record. */
export interface DeadLetterView extends DeadLetterItem {
  readonly headers: Readonly<Record<string, ShownBytes | readonly ShownBytes[]>>;
  readonly value: ShownBytes;
  /** Whether the value is longer than what is shown of it. */
  readonly isCut: boolean;
}

/** What a redrive would send. */
export interface RedrivePreview {
  readonly count: number;
  /** Left out, as they were sent back before. */
  readonly sentBefore: number;
  /** Of groups that never try their topic again: a redrive with any of these is refused. */
  readonly withoutWayBack: number;
  /** False where there are more than are counted here. */
  readonly isComplete: boolean;
  readonly byReason: readonly {
    readonly topic: string;
    readonly group: string;
    readonly class: string;
    readonly code: string;
    readonly count: number;
  }[];
}

/** `GET /v1/fuses`: a partition that stands still. */
export interface FuseView {
  /** Logical name of the topic whose reading it is. */
  readonly topic: string;
  readonly group: string;
  /** What the broker calls the topic of the partition: the topic itself or one of its retries. */
  readonly physicalTopic: string;
  readonly partition: number;
  /** Where it stands: the first record that has not been handled. */
  readonly offset: number;
  /** Among the last 1,000 records. */
  readonly deadLetters: number;
  readonly inARow: number;
}

/** What an erasure would take out. */
export interface ErasurePreview {
  /** At most 10,000 are counted. */
  readonly articles: number;
  /** Incidents that are told anew or taken back: those that the first thousand of the articles tell of now. */
  readonly incidents: number;
  /** Headlines of some. */
  readonly titles: readonly string[];
}
