import type { BrokerReader } from './broker.port.js';
import type { Clock, MessagingLog } from './environment.port.js';

/**
 * The group whose commits release the fuses of another: it never has members that work, so that anyone who may
 * can commit for it from outside, while the group itself goes on.
 */
export const releaseGroup = (group: string): string => `${group}-fuse-release`;

/** How often a partition that stands still asks whether it may go on; one small question to the broker. */
export const RELEASE_POLL_MS = 3_000;

/** A partition that stands still, and where. */
export interface Standing {
  readonly group: string;
  readonly topic: string;
  readonly partition: number;
  /** The committed offset at which it stands: a release is one for this place alone. */
  readonly offset: bigint;
  /** Aborted when the partition is lost. */
  readonly signal: AbortSignal;
}

/** Resolves with true when the release is there, with false when there is nothing left to wait for. */
export async function untilReleased(
  { group, topic, partition, offset, signal }: Standing,
  reader: BrokerReader,
  { clock, log }: { readonly clock: Clock; readonly log: MessagingLog },
  isStanding: () => boolean,
): Promise<boolean> {
  while (!signal.aborted && isStanding()) {
    try {
      const released = (await reader.committed(releaseGroup(group), topic)).get(partition);
      if (released?.offset === offset) return !signal.aborted && isStanding();
    } catch (error) {
      log.warn('ERR_MESSAGING_RELEASE_LOAD', 'whether the fuse is released can not be read', {
        topic,
        partition,
        error: error instanceof Error ? error.message : String(error),
      });
    }
    await clock.sleep(RELEASE_POLL_MS, signal);
  }
  return false;
}
