import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The URL frontier: what is known of feeds, hosts and URLs, and whose turn it is. */
export class CreateFrontier1767225700000 implements MigrationInterface {
  /** Named here: the class name decides the order only as long as no minifier touches it. */
  readonly name = 'CreateFrontier1767225700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE feed (
        id text PRIMARY KEY,
        url text NOT NULL,
        title text,
        kind text,
        state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'paused')),
        interval_ms bigint NOT NULL,
        next_poll_at timestamptz NOT NULL DEFAULT now(),
        polled_at timestamptz,
        etag text,
        last_modified text,
        failures integer NOT NULL DEFAULT 0,
        code text,
        reason text,
        lease_token bigint NOT NULL DEFAULT 0,
        lease_until timestamptz NOT NULL DEFAULT '-infinity',
        added_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX feed_due ON feed (next_poll_at) WHERE state = 'active';

      CREATE TABLE host (
        host text PRIMARY KEY,
        next_allowed_at timestamptz NOT NULL DEFAULT '-infinity',
        lease_token bigint NOT NULL DEFAULT 0,
        lease_until timestamptz NOT NULL DEFAULT '-infinity'
      );

      CREATE TABLE robots (
        origin text PRIMARY KEY,
        status integer NOT NULL,
        body bytea NOT NULL,
        good_until timestamptz NOT NULL
      );

      CREATE TABLE url (
        id text PRIMARY KEY,
        url text NOT NULL,
        host text NOT NULL,
        feed_id text,
        feed_item jsonb,
        priority integer NOT NULL DEFAULT 0,
        state text NOT NULL DEFAULT 'pending'
          CHECK (state IN ('pending', 'fetched', 'rejected', 'failed')),
        attempts integer NOT NULL DEFAULT 0,
        next_attempt_at timestamptz NOT NULL DEFAULT now(),
        lease_token bigint NOT NULL DEFAULT 0,
        lease_until timestamptz NOT NULL DEFAULT '-infinity',
        poll_trace text,
        etag text,
        last_modified text,
        article_id text,
        code text,
        reason text,
        discovered_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX url_due ON url (host, priority DESC, next_attempt_at) WHERE state = 'pending';
      CREATE INDEX url_state ON url (state);

      CREATE TABLE article (
        id text PRIMARY KEY,
        url text NOT NULL,
        version bigint NOT NULL,
        content_hash text NOT NULL
      );

      CREATE TABLE pushed_document (
        idempotency_key text PRIMARY KEY,
        request_hash text NOT NULL,
        article_id text NOT NULL,
        version bigint NOT NULL,
        pushed_at timestamptz NOT NULL DEFAULT now()
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE pushed_document, article, url, robots, host, feed');
  }
}
