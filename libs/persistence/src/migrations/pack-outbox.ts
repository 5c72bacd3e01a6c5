import type { MigrationInterface, QueryRunner } from 'typeorm';
import { unpack } from '../database/packed.js';

/**
 * Values come packed (`database/packed.ts`) and are written as they come. Those that are there are read as they are.
 * The column has another name, so that an instance of an older release, which would send packed bytes as they lie
 * there, waits instead until it is replaced.
 */
export class PackOutbox1767225600001 implements MigrationInterface {
  readonly name = 'PackOutbox1767225600001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE outbox RENAME COLUMN value TO packed;
      ALTER TABLE outbox ALTER COLUMN packed SET STORAGE EXTERNAL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (let after = '0'; ;) {
      const rows: { id: string; packed: Buffer }[] = await runner.query(
        'SELECT id, packed FROM outbox WHERE id > $1 AND packed IS NOT NULL ORDER BY id LIMIT 500',
        [after],
      );
      for (const { id, packed } of rows) {
        await runner.query('UPDATE outbox SET packed = $2 WHERE id = $1', [id, unpack(packed)]);
      }
      const last = rows.at(-1);
      if (last === undefined) break;
      after = last.id;
    }
    await runner.query(`
      ALTER TABLE outbox RENAME COLUMN packed TO value;
      ALTER TABLE outbox ALTER COLUMN value SET STORAGE EXTENDED;
    `);
  }
}
