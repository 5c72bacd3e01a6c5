import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The newest versions and the newest troubles are asked for all the time: neither may read a whole table. */
export class AddRecentIndexes1767225712000 implements MigrationInterface {
  readonly name = 'AddRecentIndexes1767225712000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX article_version_newest ON article_version (stored_ms DESC) WHERE stored_ms IS NOT NULL;
      CREATE INDEX article_end_trouble ON article_end (at_ms) WHERE ending <> 'stored'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX article_version_newest, article_end_trouble');
  }
}
