import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Analysts' commands for ever, and what they come to for the mentions that there are. */
export class CreateCuration1767225700002 implements MigrationInterface {
  readonly name = 'CreateCuration1767225700002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE curation (
        command_id text PRIMARY KEY,
        record jsonb NOT NULL
      );
      -- A command may come before the articles that it is about, so nothing is referred to.
      CREATE TABLE curation_article (
        article_id text NOT NULL,
        command_id text NOT NULL REFERENCES curation ON DELETE CASCADE,
        PRIMARY KEY (article_id, command_id)
      );
      CREATE INDEX curation_article_command ON curation_article (command_id);
      -- Each pair in both directions, so that a walk needs one index.
      CREATE TABLE mention_verdict (
        mention_id text NOT NULL REFERENCES mention ON DELETE CASCADE,
        other_id text NOT NULL REFERENCES mention ON DELETE CASCADE,
        verdict text NOT NULL,
        PRIMARY KEY (mention_id, other_id)
      );
      CREATE INDEX mention_verdict_other ON mention_verdict (other_id);
      INSERT INTO mention_verdict
        SELECT mention_id, other_id, verdict FROM mention_link WHERE verdict <> 'likely';
      DELETE FROM mention_link WHERE verdict <> 'likely';
      ALTER TABLE mention_link DROP COLUMN verdict;
      ALTER TABLE mention ADD COLUMN retraction jsonb;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE mention DROP COLUMN retraction;
      ALTER TABLE mention_link ADD COLUMN verdict text NOT NULL DEFAULT 'likely';
      DROP TABLE mention_verdict, curation_article, curation;
    `);
  }
}
