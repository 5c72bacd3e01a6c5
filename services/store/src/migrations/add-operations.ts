import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What operators had done, for ever; and which dead letters were sent back. */
export class AddOperations1767225711000 implements MigrationInterface {
  readonly name = 'AddOperations1767225711000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE operation (
        id text PRIMARY KEY,
        kind text NOT NULL,
        by_name text NOT NULL,
        reason text NOT NULL,
        request jsonb NOT NULL,
        state text NOT NULL DEFAULT 'running',
        counts jsonb NOT NULL DEFAULT '{}',
        error text,
        begun_ms bigint NOT NULL,
        heard_ms bigint NOT NULL,
        ended_ms bigint
      );
      CREATE INDEX operation_newest ON operation (begun_ms DESC, id);

      -- By topic/group/partition/offset; older than the log of dead letters they mean nothing.
      CREATE TABLE redriven_letter (
        letter_id text PRIMARY KEY,
        operation_id text NOT NULL,
        at_ms bigint NOT NULL
      );
      CREATE INDEX redriven_letter_age ON redriven_letter (at_ms)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE redriven_letter, operation');
  }
}
