import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who speaks for the mentions that say the same; all that were there before do. */
export class AddDelegates1767225700004 implements MigrationInterface {
  readonly name = 'AddDelegates1767225700004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE mention
        ADD COLUMN signature text,
        ADD COLUMN level smallint NOT NULL DEFAULT 32,
        ADD COLUMN is_delegate boolean NOT NULL DEFAULT true;
      CREATE INDEX mention_signature ON mention (signature);
      ALTER TABLE mention_cell ADD COLUMN is_delegate boolean NOT NULL DEFAULT true;
      CREATE INDEX mention_cell_delegate ON mention_cell (cell, mention_id) WHERE is_delegate;
      CREATE TABLE crowd (
        signature text PRIMARY KEY,
        mentions integer NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE crowd;
      ALTER TABLE mention_cell DROP COLUMN is_delegate;
      ALTER TABLE mention DROP COLUMN signature, DROP COLUMN level, DROP COLUMN is_delegate;
    `);
  }
}
