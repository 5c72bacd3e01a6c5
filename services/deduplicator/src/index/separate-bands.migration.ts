import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Buckets in a table of their own for each span. Those that are there keep their column and index until they are
 * dropped with their span: writing them anew would take minutes a million articles.
 */
export class SeparateBands1767225700010 implements MigrationInterface {
  readonly name = 'SeparateBands1767225700010';

  async up(runner: QueryRunner): Promise<void> {
    for (const { span } of await spans(runner)) {
      await runner.query(`
        ALTER TABLE article_band DETACH PARTITION article_band_${span};
        ALTER TABLE article_band_${span} ALTER COLUMN span SET DEFAULT ${span}`);
    }
    await runner.query('DROP TABLE article_band');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL statement_timeout = 0;
      CREATE TABLE article_band (
        span integer NOT NULL,
        band bigint NOT NULL,
        position bigint NOT NULL,
        PRIMARY KEY (band, position, span)
      ) PARTITION BY LIST (span)`);
    for (const { span } of await spans(runner)) {
      await runner.query(`
        ALTER TABLE article_band_${span} RENAME TO separate_band;
        CREATE TABLE article_band_${span} PARTITION OF article_band FOR VALUES IN (${span});
        INSERT INTO article_band_${span} SELECT ${span}, band, position FROM separate_band;
        DROP TABLE separate_band`);
    }
  }
}

const spans = (runner: QueryRunner): Promise<{ span: number }[]> =>
  runner.query('SELECT span FROM copy_span ORDER BY span') as Promise<{ span: number }[]>;
