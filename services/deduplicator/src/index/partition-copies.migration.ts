import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Signatures and their bands in partitions by the days in which the articles were fetched, so that what leaves the
 * window is dropped and never deleted row by row. Articles themselves stay: they hold versions and sources.
 */
export class PartitionCopies1767225700003 implements MigrationInterface {
  readonly name = 'PartitionCopies1767225700003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE article_band;
      ALTER TABLE article
        DROP COLUMN fingerprint,
        -- Place among all articles by event time, and the days in which it was fetched: where its signature lies.
        ADD COLUMN position bigint NOT NULL DEFAULT 0,
        ADD COLUMN span integer NOT NULL DEFAULT 0,
        -- What it was made from, why we think so, how similar; null of an original.
        ADD COLUMN copied_from text,
        ADD COLUMN copy_reason text,
        ADD COLUMN similarity double precision;
      CREATE TABLE copy_span (span integer PRIMARY KEY);
      CREATE TABLE article_signature (
        span integer NOT NULL,
        position bigint NOT NULL,
        article_id text NOT NULL,
        site text,
        language text,
        exact bytea NOT NULL,
        bins bytea NOT NULL,
        shingles integer NOT NULL,
        names bytea NOT NULL,
        PRIMARY KEY (position, article_id, span)
      ) PARTITION BY LIST (span);
      CREATE TABLE article_band (
        span integer NOT NULL,
        band bigint NOT NULL,
        position bigint NOT NULL,
        PRIMARY KEY (band, position, span)
      ) PARTITION BY LIST (span);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE article_band, article_signature, copy_span;
      ALTER TABLE article
        DROP COLUMN position, DROP COLUMN span, DROP COLUMN copied_from, DROP COLUMN copy_reason,
        DROP COLUMN similarity, ADD COLUMN fingerprint jsonb NOT NULL DEFAULT '{}';
      CREATE TABLE article_band (
        band bigint NOT NULL,
        article_id text NOT NULL REFERENCES article ON DELETE CASCADE,
        PRIMARY KEY (band, article_id)
      );
      CREATE INDEX article_band_article ON article_band (article_id);
    `);
  }
}
