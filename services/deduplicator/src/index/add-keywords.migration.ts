import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The words that tell an article from others; earlier ones are linked by time and place alone. */
export class AddKeywords1767225700001 implements MigrationInterface {
  readonly name = 'AddKeywords1767225700001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE article ADD COLUMN keywords jsonb NOT NULL DEFAULT '[]'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE article DROP COLUMN keywords');
  }
}
