import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys of the API, by the hash of their secret only. */
export class AddApiKeys1767225703000 implements MigrationInterface {
  readonly name = 'AddApiKeys1767225703000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE api_key (
        id text PRIMARY KEY,
        name text NOT NULL,
        secret_hash bytea NOT NULL,
        scopes text[] NOT NULL,
        created_ms bigint NOT NULL,
        used_ms bigint,
        revoked_ms bigint
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE api_key');
  }
}
