import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The indexes of the orders hold the columns that their expressions are made of: without them PostgreSQL fetches each
 * row to count so many of them off.
 */
export class CoverOrders1767225714000 implements MigrationInterface {
  readonly name = 'CoverOrders1767225714000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX incident_first_day, incident_killed;
      CREATE INDEX incident_first_day ON incident
        (coalesce(start_on, end_on, '-infinity'::date), incident_id) INCLUDE (start_on, end_on);
      CREATE INDEX incident_killed ON incident (coalesce(killed_best, -1), incident_id) INCLUDE (killed_best)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX incident_first_day, incident_killed;
      CREATE INDEX incident_first_day ON incident (coalesce(start_on, end_on, '-infinity'::date), incident_id);
      CREATE INDEX incident_killed ON incident (coalesce(killed_best, -1), incident_id)`);
  }
}
