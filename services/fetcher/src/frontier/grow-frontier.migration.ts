import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A URL's host as `URL.host` gives it, for the rows of before. */
const HOST_OF_URL = String.raw`regexp_replace(
  lower(substring(url from '^[A-Za-z]+://(?:[^/?#@]*@)?([^/?#]+)')), '(^.*):(80|443)$', '\1')`;

/**
 * Work is claimed by its host: a host knows when it next has something to do in each lane, so that a
 * claim reads an index and never looks at hosts in vain. Feeds keep their settings and what became of
 * each poll; URLs have a lane, are read again on a schedule, and leave the queue for a slim set.
 */
export class GrowFrontier1767225800000 implements MigrationInterface {
  /** Named here: the class name decides the order only as long as no minifier touches it. */
  readonly name = 'GrowFrontier1767225800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE feed
        DROP CONSTRAINT feed_state_check,
        ADD CHECK (state IN ('active', 'paused', 'parked', 'stopped')),
        ADD state_reason text,
        ADD url_id text UNIQUE,
        ADD host text,
        ADD parent_id text REFERENCES feed,
        ADD priority smallint NOT NULL DEFAULT 0 CHECK (priority BETWEEN -10 AND 10),
        ADD tags text[] NOT NULL DEFAULT '{}',
        ADD settings jsonb NOT NULL DEFAULT '{}',
        ADD interval_why text,
        ADD changed_at timestamptz,
        ADD failing_since timestamptz,
        ADD body_hash text,
        ADD memory jsonb NOT NULL DEFAULT '{"hints": null, "published": []}',
        ADD moved_from text;
      UPDATE feed SET url_id = id, host = ${HOST_OF_URL};
      ALTER TABLE feed ALTER url_id SET NOT NULL, ALTER host SET NOT NULL;
      DROP INDEX feed_due;
      CREATE INDEX feed_due ON feed (host, next_poll_at) WHERE state = 'active';
      CREATE INDEX feed_parent ON feed (parent_id) WHERE parent_id IS NOT NULL;

      CREATE TABLE feed_poll (
        feed_id text NOT NULL REFERENCES feed ON DELETE CASCADE,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        code text NOT NULL,
        reason text,
        status smallint,
        items integer NOT NULL,
        fresh integer NOT NULL,
        took_ms integer NOT NULL,
        PRIMARY KEY (feed_id, at)
      );

      ALTER TABLE url
        ALTER next_attempt_at DROP NOT NULL,
        DROP CONSTRAINT url_state_check,
        ADD CHECK (state IN ('pending', 'stopping', 'fetched', 'rejected', 'failed')),
        DROP COLUMN priority,
        ADD lane text NOT NULL DEFAULT 'live' CHECK (lane IN ('live', 'backfill')),
        ADD resume_url text,
        ADD rechecks smallint NOT NULL DEFAULT 0,
        ADD settled_at timestamptz;
      UPDATE url SET next_attempt_at = NULL, settled_at = now() WHERE state <> 'pending';
      CREATE INDEX url_due ON url (host, lane, next_attempt_at) WHERE next_attempt_at IS NOT NULL;
      DROP INDEX url_state;
      CREATE INDEX url_open ON url (state) WHERE state IN ('pending', 'stopping');
      CREATE INDEX url_feed ON url (feed_id, state);
      CREATE INDEX url_retired ON url (settled_at) WHERE next_attempt_at IS NULL;

      ALTER TABLE host
        DROP COLUMN next_allowed_at,
        DROP COLUMN lease_until,
        ADD free_at timestamptz NOT NULL DEFAULT '-infinity',
        ADD live_due_at timestamptz NOT NULL DEFAULT 'infinity',
        ADD backfill_due_at timestamptz NOT NULL DEFAULT 'infinity',
        ADD live_ready_at timestamptz GENERATED ALWAYS AS (greatest(free_at, live_due_at)) STORED,
        ADD backfill_ready_at timestamptz GENERATED ALWAYS AS (greatest(free_at, backfill_due_at)) STORED,
        ADD failures integer NOT NULL DEFAULT 0,
        ADD slow boolean NOT NULL DEFAULT true;
      INSERT INTO host (host) SELECT DISTINCT host FROM feed ON CONFLICT DO NOTHING;
      UPDATE host SET live_due_at = now()
        WHERE EXISTS (SELECT FROM url WHERE url.host = host.host AND next_attempt_at IS NOT NULL)
           OR EXISTS (SELECT FROM feed WHERE feed.host = host.host);
      CREATE INDEX host_live ON host (slow, live_ready_at) WHERE live_ready_at < 'infinity';
      CREATE INDEX host_backfill ON host (slow, backfill_ready_at) WHERE backfill_ready_at < 'infinity';

      ALTER TABLE article ADD seen_until bigint NOT NULL DEFAULT 0;
      CREATE TABLE seen_url (id uuid PRIMARY KEY);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE seen_url, feed_poll;
      ALTER TABLE article DROP COLUMN seen_until;
      DROP INDEX url_due, url_open, url_feed, url_retired, feed_due, feed_parent;
      CREATE INDEX url_state ON url (state);
      ALTER TABLE host
        DROP COLUMN live_ready_at, DROP COLUMN backfill_ready_at, DROP COLUMN live_due_at,
        DROP COLUMN backfill_due_at, DROP COLUMN failures, DROP COLUMN slow,
        ADD next_allowed_at timestamptz NOT NULL DEFAULT '-infinity',
        ADD lease_until timestamptz NOT NULL DEFAULT '-infinity';
      UPDATE host SET next_allowed_at = free_at;
      ALTER TABLE host DROP COLUMN free_at;
      UPDATE url SET state = 'pending' WHERE state = 'stopping';
      UPDATE url SET next_attempt_at = now() WHERE next_attempt_at IS NULL;
      ALTER TABLE url
        DROP CONSTRAINT url_state_check,
        ADD CHECK (state IN ('pending', 'fetched', 'rejected', 'failed')),
        ALTER next_attempt_at SET NOT NULL,
        DROP COLUMN lane, DROP COLUMN resume_url, DROP COLUMN rechecks, DROP COLUMN settled_at,
        ADD priority integer NOT NULL DEFAULT 0;
      CREATE INDEX url_due ON url (host, priority DESC, next_attempt_at) WHERE state = 'pending';
      UPDATE feed SET state = 'paused' WHERE state IN ('parked', 'stopped');
      ALTER TABLE feed
        DROP CONSTRAINT feed_state_check,
        ADD CHECK (state IN ('active', 'paused')),
        DROP COLUMN state_reason, DROP COLUMN url_id, DROP COLUMN host, DROP COLUMN parent_id,
        DROP COLUMN priority, DROP COLUMN tags, DROP COLUMN settings, DROP COLUMN interval_why,
        DROP COLUMN changed_at, DROP COLUMN failing_since, DROP COLUMN body_hash, DROP COLUMN memory,
        DROP COLUMN moved_from;
      CREATE INDEX feed_due ON feed (next_poll_at) WHERE state = 'active';
    `);
  }
}
