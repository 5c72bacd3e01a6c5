import { pack, unpack } from '@tocsin/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const PAGE = 500;

/**
 * What an incident says as packed JSON, and beside it the little that is asked of many: PostgreSQL parsed, compressed and
 * wrote out again the whole of it for each article that told of it (ADR 70).
 */
export class PackSnapshots1767225700009 implements MigrationInterface {
  readonly name = 'PackSnapshots1767225700009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL statement_timeout = 0;
      ALTER TABLE incident
        ADD COLUMN revision integer NOT NULL DEFAULT 0,
        ADD COLUMN lifecycle text NOT NULL DEFAULT 'active',
        ADD COLUMN retraction jsonb,
        ADD COLUMN merged_into text,
        ADD COLUMN packed bytea STORAGE EXTERNAL NOT NULL DEFAULT '';
    `);
    await rewrite(runner, 'snapshot::text', async (id, json) => {
      const packed = pack(Buffer.from(json as string));
      await runner.query(
        `UPDATE incident SET packed = $2, revision = (snapshot ->> 'revision')::int, lifecycle = snapshot ->> 'lifecycle',
           retraction = nullif(snapshot -> 'retraction', 'null'), merged_into = snapshot ->> 'mergedInto'
         WHERE incident_id = $1`,
        [id, packed],
      );
    });
    await runner.query(`
      ALTER TABLE incident DROP COLUMN snapshot, ALTER COLUMN revision DROP DEFAULT,
        ALTER COLUMN lifecycle DROP DEFAULT, ALTER COLUMN packed DROP DEFAULT`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL statement_timeout = 0;
      ALTER TABLE incident ADD COLUMN snapshot jsonb NOT NULL DEFAULT '{}'`);
    await rewrite(runner, 'packed', async (id, packed) => {
      const json = unpack(packed as Buffer).toString();
      await runner.query('UPDATE incident SET snapshot = $2 WHERE incident_id = $1', [id, json]);
    });
    await runner.query(`
      ALTER TABLE incident DROP COLUMN revision, DROP COLUMN lifecycle, DROP COLUMN retraction, DROP COLUMN merged_into, DROP COLUMN packed,
        ALTER COLUMN snapshot DROP DEFAULT`);
  }
}

/** Gives each incident's value of a column to be written elsewhere, page by page. */
async function rewrite(
  runner: QueryRunner,
  column: string,
  write: (incidentId: string, value: unknown) => Promise<void>,
): Promise<void> {
  for (let after = ''; ;) {
    const rows: { id: string; value: unknown }[] = await runner.query(
      `SELECT incident_id AS id, ${column} AS value FROM incident WHERE incident_id > $1 ORDER BY 1 LIMIT ${PAGE}`,
      [after],
    );
    for (const { id, value } of rows) await write(id, value);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}
