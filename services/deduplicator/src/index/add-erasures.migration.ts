import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Articles and sources that may never tell anything again. */
export class AddErasures1767225700005 implements MigrationInterface {
  readonly name = 'AddErasures1767225700005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE erased_article (article_id text PRIMARY KEY);
      CREATE TABLE erased_source (host text PRIMARY KEY);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE erased_article, erased_source');
  }
}
