import type { OutgoingRecord } from '@tocsin/messaging';

/** What the relay needs of a broker. */
export interface Publisher {
  /**
   * Resolves when every record is acknowledged by all in-sync replicas (`acks=all`). Records of one key
   * in one call keep their order. A rejection means: unknown, any of them may have arrived.
   */
  publish(records: readonly OutgoingRecord[]): Promise<void>;
}
