import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Links packed by mention, and the connected mentions under one number, so that a neighbourhood is read in one look
 * (ADR 64). Also in a database where much was linked before: it has to last as long as it takes.
 */
export class PackLinks1767225700007 implements MigrationInterface {
  readonly name = 'PackLinks1767225700007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL statement_timeout = 0;
      SET LOCAL enable_hashjoin = on;
      ALTER TABLE mention
        -- By which links and cells name it.
        ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY,
        -- Mentions that likely links or an analyst's words connect have the same; some that they did before, too.
        ADD COLUMN component bigint;
      CREATE UNIQUE INDEX mention_number ON mention (number);
      UPDATE mention SET component = number;
      DO $$ BEGIN
        LOOP
          UPDATE mention m SET component = near.component
          FROM (
            SELECT edge.mention_id, min(o.component) AS component
            FROM (
              SELECT mention_id, other_id FROM mention_link WHERE score >= 0
              UNION ALL SELECT mention_id, other_id FROM mention_verdict
            ) edge JOIN mention o ON o.mention_id = edge.other_id GROUP BY 1
          ) near
          WHERE m.mention_id = near.mention_id AND near.component < m.component;
          EXIT WHEN NOT FOUND;
        END LOOP;
      END $$;
      CREATE INDEX mention_component ON mention (component);

      ALTER TABLE mention_link RENAME TO mention_pair;
      CREATE TABLE mention_link (
        number bigint PRIMARY KEY,
        -- Twelve bytes each: the other's number, and the log-odds in ten-thousandths.
        others bytea NOT NULL,
        -- In the same order: what each feature added to them, as JSON.
        why text NOT NULL
      );
      INSERT INTO mention_link
        SELECT a.number,
          string_agg(int8send(b.number) || int4send(round(p.score * 1e4)::int), '' ORDER BY b.number),
          jsonb_agg(coalesce(p.features, back.features, '{}') ORDER BY b.number)::text
        FROM mention_pair p
        JOIN mention a ON a.mention_id = p.mention_id JOIN mention b ON b.mention_id = p.other_id
        LEFT JOIN mention_pair back ON back.mention_id = p.other_id AND back.other_id = p.mention_id
        WHERE a.number > b.number GROUP BY 1;
      DROP TABLE mention_pair;

      ALTER TABLE mention_cell RENAME TO mention_cell_text;
      CREATE TABLE mention_cell (
        -- The hash of its name: who meets there by chance is compared in vain.
        cell bigint NOT NULL,
        number bigint NOT NULL,
        is_delegate boolean NOT NULL DEFAULT true
      );
      INSERT INTO mention_cell
        SELECT DISTINCT hashtextextended(cell, 0), number, c.is_delegate
        FROM mention_cell_text c JOIN mention USING (mention_id);
      DROP TABLE mention_cell_text;
      ALTER TABLE mention_cell ADD PRIMARY KEY (cell, number);
      CREATE INDEX mention_cell_mention ON mention_cell (number);
      CREATE INDEX mention_cell_delegate ON mention_cell (cell, number) WHERE is_delegate;
    `);
  }

  /** Cells can't be had back from their hashes: what was filed before is then found by nobody. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL statement_timeout = 0;
      DROP TABLE mention_cell;
      CREATE TABLE mention_cell (
        cell text NOT NULL,
        mention_id text NOT NULL,
        is_delegate boolean NOT NULL DEFAULT true,
        PRIMARY KEY (cell, mention_id)
      );
      CREATE INDEX mention_cell_mention ON mention_cell (mention_id);
      CREATE INDEX mention_cell_delegate ON mention_cell (cell, mention_id) WHERE is_delegate;
      ALTER TABLE mention_link RENAME TO mention_packed;
      CREATE TABLE mention_link (
        mention_id text NOT NULL,
        other_id text NOT NULL,
        score double precision NOT NULL,
        features jsonb,
        PRIMARY KEY (mention_id, other_id)
      );
      CREATE INDEX mention_link_other ON mention_link (other_id);
      WITH link AS (
        SELECT a.mention_id AS a, b.mention_id AS b, l.score, l.features
        FROM mention_packed p CROSS JOIN LATERAL (
          SELECT ('x' || encode(substring(others FROM at * 12 + 1 FOR 8), 'hex'))::bit(64)::bigint AS other,
            ('x' || encode(substring(others FROM at * 12 + 9 FOR 4), 'hex'))::bit(32)::int / 1e4 AS score,
            why::jsonb -> at AS features
          FROM generate_series(0, length(others) / 12 - 1) AS at
        ) l JOIN mention a ON a.number = p.number JOIN mention b ON b.number = l.other
      )
      INSERT INTO mention_link
        SELECT a, b, score, features FROM link UNION ALL SELECT b, a, score, NULL FROM link
        ON CONFLICT DO NOTHING;
      DROP TABLE mention_packed;
      ALTER TABLE mention DROP COLUMN component, DROP COLUMN number;
    `);
  }
}
