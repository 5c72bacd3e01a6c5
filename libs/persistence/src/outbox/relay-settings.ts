/** Times of the relay, in milliseconds. */
export interface RelaySettings {
  /** How long a shard stays with a relay that falls silent. */
  readonly leaseMs: number;
  /**
   * The longest that a request which the client gave up may still reach the broker: after an unknown result
   * or a takeover nothing of the shard is published for this long, so that an old record can't land last.
   */
  readonly requestTimeoutMs: number;
  /** Look this often even when no notification came. */
  readonly pollMs: number;
  /** Sent rows stay this long, for audits and for repairs after a zombie's late publish. */
  readonly retentionMs: number;
  /** Rows read at once. */
  readonly batchSize: number;
}

export const DEFAULT_RELAY_SETTINGS: RelaySettings = {
  leaseMs: 5_000,
  requestTimeoutMs: 10_000,
  pollMs: 1_000,
  retentionMs: 24 * 3_600_000,
  batchSize: 500,
};
