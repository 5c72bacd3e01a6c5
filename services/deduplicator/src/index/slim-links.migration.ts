import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One slot for each lock that batches may hold, and links that cost less to write. */
export class SlimLinks1767225700006 implements MigrationInterface {
  readonly name = 'SlimLinks1767225700006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Only ever locked, never changed: as many rows as SLOTS of search-locks.ts says.
      CREATE TABLE lock_slot (slot integer PRIMARY KEY);
      INSERT INTO lock_slot SELECT generate_series(0, 262144 + 2 * 16384 - 1);
      ANALYZE lock_slot;
      -- A link stands there in both directions; why it is one is said in the first.
      ALTER TABLE mention_link ALTER COLUMN features DROP NOT NULL;
      -- Written and removed with their mentions, by hundreds a batch: a look at the mention for each cost more than
      -- the row itself.
      ALTER TABLE mention_link
        DROP CONSTRAINT mention_link_mention_id_fkey,
        DROP CONSTRAINT mention_link_other_id_fkey;
      ALTER TABLE mention_cell DROP CONSTRAINT mention_cell_mention_id_fkey;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE mention_cell
        ADD FOREIGN KEY (mention_id) REFERENCES mention ON DELETE CASCADE;
      ALTER TABLE mention_link
        ADD FOREIGN KEY (mention_id) REFERENCES mention ON DELETE CASCADE,
        ADD FOREIGN KEY (other_id) REFERENCES mention ON DELETE CASCADE;
      UPDATE mention_link SET features = '{}' WHERE features IS NULL;
      ALTER TABLE mention_link ALTER COLUMN features SET NOT NULL;
      DROP TABLE lock_slot;
    `);
  }
}
