import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What kind of page each article is of; null for those stored before. An old release goes on writing beside it. */
export class AddPageType1767225701000 implements MigrationInterface {
  readonly name = 'AddPageType1767225701000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE article ADD COLUMN page_type text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE article DROP COLUMN page_type');
  }
}
