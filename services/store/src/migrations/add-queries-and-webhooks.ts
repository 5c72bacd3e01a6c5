import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Saved queries, the webhooks that tell of them, and how each message to them went. */
export class AddQueriesAndWebhooks1767225704000 implements MigrationInterface {
  readonly name = 'AddQueriesAndWebhooks1767225704000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE saved_query (
        id text PRIMARY KEY,
        name text NOT NULL,
        -- Parameters of a list of incidents, as they were given.
        filters jsonb NOT NULL,
        created_ms bigint NOT NULL,
        updated_ms bigint NOT NULL
      );

      CREATE TABLE webhook (
        id text PRIMARY KEY,
        url text NOT NULL,
        -- Null: of all incidents.
        query_id text REFERENCES saved_query (id),
        changes text[] NOT NULL,
        -- It signs, so that it can't be kept as a hash.
        secret text NOT NULL,
        -- Signs, too, until then.
        old_secret text,
        old_secret_until_ms bigint,
        state text NOT NULL,
        state_code text,
        state_reason text,
        created_ms bigint NOT NULL,
        -- All changes up to here have been told, or are none of its business.
        cursor_transaction xid8 NOT NULL,
        cursor_id bigint NOT NULL,
        due_at timestamptz NOT NULL DEFAULT '-infinity',
        lease_until timestamptz NOT NULL DEFAULT '-infinity',
        -- Grows with every change of hands: who lost the lease can't move the cursor.
        lease_token bigint NOT NULL DEFAULT 0
      );
      CREATE INDEX webhook_query ON webhook (query_id);

      CREATE TABLE webhook_delivery (
        -- The message's own id: the same at every try.
        id text PRIMARY KEY,
        webhook_id text NOT NULL REFERENCES webhook (id) ON DELETE CASCADE,
        incident_id text NOT NULL,
        revision integer NOT NULL,
        change text NOT NULL,
        changed_ms bigint NOT NULL,
        state text NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        code text,
        reason text,
        status integer,
        created_ms bigint NOT NULL,
        tried_ms bigint
      );
      CREATE INDEX webhook_delivery_newest ON webhook_delivery (webhook_id, created_ms DESC, id DESC);
      CREATE INDEX webhook_delivery_age ON webhook_delivery (state, created_ms);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE webhook_delivery, webhook, saved_query');
  }
}
