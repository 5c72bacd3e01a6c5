import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SHARDS } from '../outbox/shard.js';

/** The tables that the position, the outbox and its relays need, in the service's own schema. */
export class CreatePositionAndOutbox1767225600000 implements MigrationInterface {
  /** Named here: the class name decides the order only as long as no minifier touches it. */
  readonly name = 'CreatePositionAndOutbox1767225600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE position (
        group_id text NOT NULL,
        topic text NOT NULL,
        partition integer NOT NULL,
        next_offset bigint NOT NULL,
        unsettled bigint[] NOT NULL DEFAULT '{}',
        updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (group_id, topic, partition)
      );
      CREATE TABLE outbox (
        id bigserial PRIMARY KEY,
        shard smallint NOT NULL,
        topic text NOT NULL,
        key bytea NOT NULL,
        value bytea,
        headers jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        sent_at timestamptz
      );
      CREATE INDEX outbox_unsent ON outbox (id) WHERE sent_at IS NULL;
      CREATE INDEX outbox_sent ON outbox (sent_at) WHERE sent_at IS NOT NULL;
      CREATE INDEX outbox_key ON outbox (topic, key, id);
      CREATE TABLE outbox_shard (
        shard smallint PRIMARY KEY,
        owner text,
        token bigint NOT NULL DEFAULT 0,
        lease_until timestamptz NOT NULL DEFAULT '-infinity',
        ready_at timestamptz NOT NULL DEFAULT '-infinity'
      );
      INSERT INTO outbox_shard (shard) SELECT generate_series(0, ${SHARDS - 1});
      CREATE TABLE outbox_relay (
        owner text PRIMARY KEY,
        alive_until timestamptz NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE outbox_relay, outbox_shard, outbox, position');
  }
}
