/** Where a stateful service says that it is, from the same database as its effects. */
export interface PositionPort {
  /** The next offset, or null when this group has never been here. */
  load(group: string, topic: string, partition: number): Promise<bigint | null>;
  /** Notes that every record below `offset` is dealt with: its retry or dead letter is written. */
  settle(group: string, topic: string, partition: number, offset: bigint): Promise<void>;
}
