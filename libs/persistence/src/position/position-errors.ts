import { TocsinError } from '@tocsin/messaging';
import type { PartitionKey } from './position-store.js';

const nameOf = ({ group, topic, partition }: PartitionKey) => `${topic}[${partition}] of ${group}`;

/**
 * Another instance moved the position meanwhile: this one is a zombie for the partition. Its transaction
 * had no effect; it must give the partition up, or read the position again and seek to it.
 */
export class PositionFencedError extends TocsinError {
  readonly code = 'ERR_PERSISTENCE_POSITION_FENCED';
  constructor(key: PartitionKey, expected: bigint | null) {
    super(`The position of ${nameOf(key)} is no longer ${expected ?? 'unset'}.`);
  }
}

/**
 * The database knows less than this instance has seen it commit: an older copy was restored beneath it.
 * Going on would skip what the copy lacks; the partition must seek to `position` and replay.
 */
export class PositionRegressedError extends TocsinError {
  readonly code = 'ERR_PERSISTENCE_POSITION_REGRESSED';
  constructor(
    key: PartitionKey,
    /** Where to continue; null: at the beginning of the log. */
    readonly position: bigint | null,
    seen: bigint,
  ) {
    super(
      `The position of ${nameOf(key)} fell from ${seen} to ${position ?? 'unset'}: was the database restored?`,
    );
  }
}
