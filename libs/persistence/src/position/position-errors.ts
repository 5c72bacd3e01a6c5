import { DependencyDownError } from '@tocsin/messaging';
import type { PartitionKey } from './position-store.js';

const nameOf = ({ group, topic, partition }: PartitionKey) => `${topic}[${partition}] of ${group}`;

/**
 * Another instance moved the position meanwhile: this one is a zombie for the partition. Its transaction
 * had no effect. Trying again is harmless: what the other one applied is then below the position.
 */
export class PositionFencedError extends DependencyDownError {
  constructor(key: PartitionKey, expected: bigint | null) {
    super(
      'ERR_PERSISTENCE_POSITION_FENCED',
      `The position of ${nameOf(key)} is no longer ${expected ?? 'unset'}: another instance moved it.`,
    );
  }
}

/**
 * The database knows less than this instance has seen it commit: an older copy was restored beneath it.
 * Going on would jump over what the copy lacks, so the partition stands until it is assigned anew and
 * reads from `position`.
 */
export class PositionRegressedError extends DependencyDownError {
  constructor(
    key: PartitionKey,
    /** Where to continue; null: at the beginning of the log. */
    readonly position: bigint | null,
    seen: bigint,
  ) {
    super(
      'ERR_PERSISTENCE_POSITION_REGRESSED',
      `The position of ${nameOf(key)} fell from ${seen} to ${position ?? 'unset'}: was the database restored?`,
    );
  }
}
