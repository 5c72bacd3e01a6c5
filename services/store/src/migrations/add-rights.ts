import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What may be kept of each source's texts, and what was erased. An old release goes on writing beside it. */
export class AddRights1767225713000 implements MigrationInterface {
  readonly name = 'AddRights1767225713000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE source_right (
        host_key text PRIMARY KEY,
        host text NOT NULL,
        keeps text NOT NULL CHECK (keeps IN ('full', 'excerpt')),
        text_days integer,
        note text NOT NULL,
        by_name text NOT NULL,
        at_ms bigint NOT NULL
      );
      CREATE TABLE erased_source (
        host_key text PRIMARY KEY,
        at_ms bigint NOT NULL
      );
      ALTER TABLE article
        -- The site's name from its end, so that a domain is the beginning of all below it.
        ADD COLUMN host_key text COLLATE "C",
        ADD COLUMN text_kept text NOT NULL DEFAULT 'full',
        -- Of what was erased nothing is left but that it was, so that it can't come back.
        ADD COLUMN erased_ms bigint;
      CREATE INDEX article_host ON article (host_key, version);
      CREATE INDEX article_unhosted ON article (article_id) WHERE host_key IS NULL AND url IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX article_host, article_unhosted;
      ALTER TABLE article DROP COLUMN host_key, DROP COLUMN text_kept, DROP COLUMN erased_ms;
      DROP TABLE erased_source, source_right`);
  }
}
