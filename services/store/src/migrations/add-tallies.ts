import type { MigrationInterface, QueryRunner } from 'typeorm';
import { recount } from '../tables/tally-table.js';

/**
 * Counts that are kept as rows are written. An old release that goes on writing beside it tells nothing: the nightly
 * audit counts again.
 */
export class AddTallies1767225715000 implements MigrationInterface {
  readonly name = 'AddTallies1767225715000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE tally (name text NOT NULL, grown bigint NOT NULL)');
    await recount({ query: (sql, params) => runner.query(sql, params && [...params]) });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE tally');
  }
}
