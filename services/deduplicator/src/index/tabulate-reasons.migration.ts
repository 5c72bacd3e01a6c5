import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why links are links, as a table (`link-reasons.ts`), which is written as it is: PostgreSQL took twenty times as long to
 * compress the objects that stood there (ADR 70). Those that are there stay as they are until their mention is written
 * anew.
 */
export class TabulateReasons1767225700008 implements MigrationInterface {
  readonly name = 'TabulateReasons1767225700008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE mention_link ALTER COLUMN why SET STORAGE EXTERNAL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL statement_timeout = 0;
      ALTER TABLE mention_link ALTER COLUMN why SET STORAGE EXTENDED;
      UPDATE mention_link SET why = (
        SELECT coalesce(jsonb_agg(
          (SELECT jsonb_object_agg(name, added)
           FROM jsonb_array_elements_text(why::jsonb -> 'features') WITH ORDINALITY AS f (name, at)
           JOIN jsonb_array_elements(link) WITH ORDINALITY AS o (added, at) USING (at)
           WHERE added <> '0')
          ORDER BY nth), '[]')::text
        FROM jsonb_array_elements(why::jsonb -> 'odds') WITH ORDINALITY AS l (link, nth)
      ) WHERE why LIKE '{%';
    `);
  }
}
