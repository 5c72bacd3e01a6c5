import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which revisions were erased: who was told of one must be told of the next, whatever it was. */
export class NoteErasedRevisions1767225716000 implements MigrationInterface {
  readonly name = 'NoteErasedRevisions1767225716000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE erased_revision (
        incident_id text NOT NULL,
        revision integer NOT NULL,
        PRIMARY KEY (incident_id, revision)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE erased_revision');
  }
}
