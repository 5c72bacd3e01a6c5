import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The read model. Times are milliseconds since the epoch, so that none is rounded on its way to a client. */
export class CreateStoreTables1767225700000 implements MigrationInterface {
  readonly name = 'CreateStoreTables1767225700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The newest version of each article; the two halves come from two topics in any order.
      CREATE TABLE article (
        article_id text PRIMARY KEY,
        version bigint,
        url text,
        title text,
        paragraphs jsonb,
        published_at text,
        site_name text,
        language text,
        deduplicated_version bigint,
        syndication_id text,
        syndication_reason text,
        similarity double precision,
        nearest_article_id text
      );
      CREATE INDEX article_syndication ON article (syndication_id);

      -- Every version seen, with the moments at which its hops ended.
      CREATE TABLE article_version (
        article_id text NOT NULL,
        version bigint NOT NULL,
        fetched_ms bigint,
        extracted_ms bigint,
        deduplicated_ms bigint,
        stored_ms bigint,
        PRIMARY KEY (article_id, version)
      );
      CREATE INDEX article_version_unsettled ON article_version (article_id) WHERE stored_ms IS NULL;

      CREATE TABLE incident (
        incident_id text PRIMARY KEY,
        revision integer NOT NULL,
        snapshot jsonb NOT NULL,
        lifecycle text NOT NULL,
        evidence text NOT NULL,
        merged_into text,
        family text NOT NULL,
        type text,
        sub_type text,
        country text,
        place text,
        latitude double precision,
        longitude double precision,
        start_on date,
        end_on date,
        killed_best integer,
        summary text NOT NULL,
        updated_ms bigint NOT NULL,
        -- The transaction that wrote the row: readers by time stay behind the oldest one still open.
        updated_by xid8 NOT NULL DEFAULT pg_current_xact_id(),
        search tsvector GENERATED ALWAYS AS
          (to_tsvector('english', summary || ' ' || coalesce(place, ''))) STORED
      );
      CREATE INDEX incident_updated ON incident (updated_ms, incident_id);
      CREATE INDEX incident_start ON incident (start_on, incident_id);
      CREATE INDEX incident_killed ON incident (killed_best, incident_id);
      CREATE INDEX incident_country_type ON incident (country, type);
      CREATE INDEX incident_search ON incident USING gin (search);

      CREATE TABLE incident_revision (
        incident_id text NOT NULL,
        revision integer NOT NULL,
        record jsonb NOT NULL,
        at_ms bigint NOT NULL,
        PRIMARY KEY (incident_id, revision)
      );

      -- How a URL ended at each stage, per version; version 0 where nothing was fetched.
      CREATE TABLE article_end (
        url_id text NOT NULL,
        version bigint NOT NULL,
        stage text NOT NULL,
        stage_rank smallint NOT NULL,
        ending text NOT NULL,
        code text NOT NULL,
        reason text NOT NULL,
        url text,
        at_ms bigint NOT NULL,
        traceparent text,
        PRIMARY KEY (url_id, version, stage)
      );

      -- The current state of each URL version: the end at its furthest stage.
      CREATE VIEW article_state AS
        SELECT DISTINCT ON (url_id, version) * FROM article_end
        ORDER BY url_id, version, stage_rank DESC;

      -- One row per change of anything above, for streams; read only behind the visibility horizon.
      CREATE TABLE change (
        id bigserial PRIMARY KEY,
        written_by xid8 NOT NULL DEFAULT pg_current_xact_id(),
        kind text NOT NULL,
        key text NOT NULL,
        revision bigint NOT NULL,
        at_ms bigint NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW article_state;
      DROP TABLE change, article_end, incident_revision, incident, article_version, article`);
  }
}
