import { TocsinError } from '@tocsin/messaging';

/**
 * A batch of several records was rolled back because one of them failed: nothing of it holds.
 * The chain answers by bisecting until the bad record stands alone, whose own outcome then counts.
 */
export class BatchRolledBackError extends TocsinError {
  readonly code = 'ERR_PERSISTENCE_BATCH_ROLLED_BACK';
  constructor(
    /** Offset of the first record that failed. */
    readonly failedOffset: bigint,
    cause: Error,
  ) {
    super(`Offset ${failedOffset} failed and took its batch with it: ${cause.message}`, { cause });
  }
}
