import type { Queryable } from '../database/queryable.js';
import type { RelaySettings } from './relay-settings.js';
import { SHARDS } from './shard.js';

/** A shard held by this relay under a token that grows with every change of hands. */
export interface Lease {
  readonly shard: number;
  readonly token: string;
  /** False while a former owner's or an unknown publish may still be on its way. */
  readonly ready: boolean;
}

/** Milliseconds as an SQL interval; every time is taken from the database's clock, the only one all relays share. */
const ms = (parameter: string) => `${parameter} * interval '1 millisecond'`;

/** One relay's share of the outbox's shards. */
export class ShardLeases {
  constructor(
    private readonly db: Queryable,
    /** Unique to this relay's life: a restarted process is another owner. */
    private readonly owner: string,
    private readonly settings: Pick<RelaySettings, 'leaseMs' | 'requestTimeoutMs'>,
  ) {}

  /**
   * Says that this relay lives and prolongs what it holds; gives the shards whose lease went on.
   * May run while a publish is in flight.
   */
  async extend(): Promise<number[]> {
    await this.db.query(
      `INSERT INTO outbox_relay VALUES ($1, clock_timestamp() + ${ms('$2')})
       ON CONFLICT (owner) DO UPDATE SET alive_until = EXCLUDED.alive_until`,
      [this.owner, this.settings.leaseMs],
    );
    const rows = await this.db.query<{ shard: number }>(
      `UPDATE outbox_shard SET lease_until = clock_timestamp() + ${ms('$2')}
       WHERE owner = $1 AND lease_until > clock_timestamp() RETURNING shard`,
      [this.owner, this.settings.leaseMs],
    );
    return rows.map(({ shard }) => shard);
  }

  /**
   * Gives back what is more than this relay's share, takes what is free up to it, and prolongs the rest.
   * Only between two publishes: what is given back is free at once.
   */
  async rebalance(): Promise<Lease[]> {
    await this.extend();
    const [{ share }] = (await this.db.query(
      `SELECT ceil(${SHARDS} / count(*)::float8)::int AS share
       FROM outbox_relay WHERE alive_until > clock_timestamp()`,
    )) as [{ share: number }];
    await this.db.query(
      `UPDATE outbox_shard SET owner = NULL WHERE shard IN (
         SELECT shard FROM outbox_shard WHERE owner = $1 ORDER BY shard OFFSET $2 FOR UPDATE)`,
      [this.owner, share],
    );
    return this.claim(share);
  }

  /** Nothing of this shard is published until whatever is on its way has landed or is lost. */
  async quarantine(shards: readonly number[]): Promise<void> {
    await this.db.query(
      `UPDATE outbox_shard SET ready_at = clock_timestamp() + ${ms('$3')}
       WHERE owner = $1 AND shard = ANY($2::smallint[])`,
      [this.owner, shards, this.settings.requestTimeoutMs],
    );
  }

  /** Gives everything back at once, so that another relay needn't wait for the leases to end. */
  async release(): Promise<void> {
    // A quarantined shard keeps its `ready_at`, which binds the next owner too.
    await this.db.query('UPDATE outbox_shard SET owner = NULL WHERE owner = $1', [this.owner]);
    await this.db.query('DELETE FROM outbox_relay WHERE owner = $1', [this.owner]);
  }

  private async claim(share: number): Promise<Lease[]> {
    return this.db.query<Lease>(
      `WITH mine AS (
         SELECT shard FROM outbox_shard WHERE owner = $1 AND lease_until > clock_timestamp() FOR UPDATE
       ), free AS (
         SELECT shard FROM outbox_shard WHERE owner IS NULL OR lease_until <= clock_timestamp()
         ORDER BY shard LIMIT greatest(0, $2 - (SELECT count(*) FROM mine)) FOR UPDATE SKIP LOCKED
       )
       UPDATE outbox_shard s SET
         owner = $1,
         token = token + CASE WHEN s.shard IN (SELECT shard FROM free) THEN 1 ELSE 0 END,
         lease_until = clock_timestamp() + ${ms('$3')},
         ready_at = CASE
           WHEN s.owner IS NULL OR s.shard IN (SELECT shard FROM mine) THEN s.ready_at
           -- The former owner fell silent: its last publish may have begun at the lease's last moment.
           ELSE greatest(s.ready_at, s.lease_until + ${ms('$4')}) END
       WHERE s.shard IN (SELECT shard FROM mine UNION SELECT shard FROM free)
       RETURNING s.shard, s.token, s.ready_at <= clock_timestamp() AS ready`,
      [this.owner, share, this.settings.leaseMs, this.settings.requestTimeoutMs],
    );
  }
}
