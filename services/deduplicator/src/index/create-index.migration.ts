import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the deduplicator remembers: articles with their signatures, mentions with their links, incidents. */
export class CreateIndex1767225700000 implements MigrationInterface {
  readonly name = 'CreateIndex1767225700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE article (
        article_id text PRIMARY KEY,
        version bigint NOT NULL,
        -- Of everything but the version: equal content changes nothing.
        content_hash text NOT NULL,
        -- Days since the epoch of publication, else of fetch.
        day integer NOT NULL,
        fingerprint jsonb NOT NULL,
        syndication_id text NOT NULL,
        source jsonb NOT NULL,
        fetched_at text NOT NULL,
        -- Of the fetch that began it.
        traceparent text
      );
      CREATE INDEX article_syndication ON article (syndication_id);
      CREATE TABLE article_band (
        band bigint NOT NULL,
        article_id text NOT NULL REFERENCES article ON DELETE CASCADE,
        PRIMARY KEY (band, article_id)
      );
      CREATE INDEX article_band_article ON article_band (article_id);
      CREATE TABLE mention (
        mention_id text PRIMARY KEY,
        article_id text NOT NULL REFERENCES article ON DELETE CASCADE,
        payload jsonb NOT NULL,
        incident_id text
      );
      CREATE INDEX mention_article ON mention (article_id);
      CREATE INDEX mention_incident ON mention (incident_id);
      CREATE TABLE mention_cell (
        cell text NOT NULL,
        mention_id text NOT NULL REFERENCES mention ON DELETE CASCADE,
        PRIMARY KEY (cell, mention_id)
      );
      CREATE INDEX mention_cell_mention ON mention_cell (mention_id);
      -- Each link in both directions, so that a walk needs one index.
      CREATE TABLE mention_link (
        mention_id text NOT NULL REFERENCES mention ON DELETE CASCADE,
        other_id text NOT NULL REFERENCES mention ON DELETE CASCADE,
        score double precision NOT NULL,
        verdict text NOT NULL,
        features jsonb NOT NULL,
        PRIMARY KEY (mention_id, other_id)
      );
      CREATE INDEX mention_link_other ON mention_link (other_id);
      CREATE TABLE incident (
        incident_id text PRIMARY KEY,
        -- Event time of its founding mention, ms since the epoch.
        founded_at bigint NOT NULL,
        snapshot jsonb NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE incident, mention_link, mention_cell, mention, article_band, article',
    );
  }
}
