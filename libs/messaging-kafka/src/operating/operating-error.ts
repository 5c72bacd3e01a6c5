import { TocsinError } from '@tocsin/messaging';

/** What an operator asked for and can't have. */
export type OperatingCode =
  /** No group reads that topic. */
  | 'ERR_OPERATING_PLACE'
  /** Not the id of a dead letter, or not a cursor. */
  | 'ERR_OPERATING_ID'
  /** A group that never tries this topic again has no way back for its dead letters. */
  | 'ERR_OPERATING_NO_RETRY'
  /** The partition's fuse is whole. */
  | 'ERR_OPERATING_FUSE_WHOLE';

export class OperatingError extends TocsinError {
  constructor(
    readonly code: OperatingCode,
    message: string,
  ) {
    super(message);
  }
}
