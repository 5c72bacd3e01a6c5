import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Incidents found by any mix of filters through one inverted index, weighted full text, changes and revisions
 * by month. An old release goes on writing beside it: rows without facets are derived anew by the caretaker.
 */
export class GrowReadModel1767225702000 implements MigrationInterface {
  readonly name = 'GrowReadModel1767225702000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE incident
        ADD COLUMN injured_best integer,
        ADD COLUMN source_count integer,
        ADD COLUMN facets text[],
        DROP COLUMN search,
        -- Title and summary A, places B, actors C, quotes and victims D.
        ADD COLUMN search tsvector;
      -- Snapshot and words lie beside the row: a search looks at many rows for each that it gives.
      ALTER TABLE incident SET (toast_tuple_target = 768);
      -- Rare tokens and words must be known as rare, else a walk along the sort is taken for cheap.
      ALTER TABLE incident ALTER COLUMN facets SET STATISTICS 1000, ALTER COLUMN search SET STATISTICS 1000;
      DROP INDEX incident_start, incident_killed, incident_country_type;
      CREATE INDEX incident_first_day ON incident
        (coalesce(start_on, end_on, '-infinity'::date), incident_id);
      CREATE INDEX incident_last_day ON incident (coalesce(end_on, start_on));
      CREATE INDEX incident_killed ON incident (coalesce(killed_best, -1), incident_id);
      CREATE INDEX incident_facets ON incident USING gin (facets);
      CREATE INDEX incident_search ON incident USING gin (search);
      CREATE INDEX incident_underived ON incident (incident_id) WHERE facets IS NULL;

      ALTER TABLE article
        ADD COLUMN captions jsonb,
        ADD COLUMN authors jsonb,
        ADD COLUMN text_hash text;
      CREATE INDEX article_newest ON article (version, article_id) WHERE version IS NOT NULL;
      CREATE INDEX article_site ON article (site_name, version, article_id) WHERE version IS NOT NULL;
      CREATE INDEX article_title ON article USING gin (to_tsvector('english', coalesce(title, '')))
        WHERE version IS NOT NULL;

      -- By month of writing: old ones are dropped whole. Whether a revision is there already is asked of
      -- the incident first, so that no unique index has to span the months.
      ALTER TABLE incident_revision RENAME TO incident_revision_flat;
      ALTER INDEX incident_revision_pkey RENAME TO incident_revision_flat_pkey;
      CREATE TABLE incident_revision (
        incident_id text NOT NULL,
        revision integer NOT NULL,
        record jsonb NOT NULL,
        at_ms bigint NOT NULL,
        PRIMARY KEY (incident_id, revision, at_ms)
      ) PARTITION BY RANGE (at_ms);
      CREATE TABLE incident_revision_other PARTITION OF incident_revision DEFAULT;
      INSERT INTO incident_revision SELECT * FROM incident_revision_flat;
      DROP TABLE incident_revision_flat;

      ALTER TABLE change RENAME TO change_flat;
      ALTER TABLE change_flat DROP CONSTRAINT change_pkey;
      CREATE TABLE change (
        id bigint NOT NULL DEFAULT nextval('change_id_seq'),
        written_by xid8 NOT NULL DEFAULT pg_current_xact_id(),
        kind text NOT NULL,
        key text NOT NULL,
        revision bigint NOT NULL,
        at_ms bigint NOT NULL
      ) PARTITION BY RANGE (at_ms);
      ALTER SEQUENCE change_id_seq OWNED BY change.id;
      CREATE TABLE change_other PARTITION OF change DEFAULT;
      -- Readers go by transaction, then by number: the order that can't change behind the horizon.
      CREATE INDEX change_order ON change (written_by, id);
      INSERT INTO change SELECT * FROM change_flat;
      DROP TABLE change_flat;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE change RENAME TO change_parts;
      CREATE TABLE change (LIKE change_parts INCLUDING DEFAULTS);
      ALTER TABLE change ADD PRIMARY KEY (id);
      ALTER SEQUENCE change_id_seq OWNED BY change.id;
      INSERT INTO change SELECT * FROM change_parts;
      DROP TABLE change_parts;
      ALTER TABLE incident_revision RENAME TO incident_revision_parts;
      CREATE TABLE incident_revision (LIKE incident_revision_parts INCLUDING DEFAULTS);
      INSERT INTO incident_revision SELECT * FROM incident_revision_parts;
      DROP TABLE incident_revision_parts;
      ALTER TABLE incident_revision ADD PRIMARY KEY (incident_id, revision);
      DROP INDEX article_newest, article_site, article_title;
      ALTER TABLE article DROP COLUMN captions, DROP COLUMN authors, DROP COLUMN text_hash;
      DROP INDEX incident_first_day, incident_last_day, incident_killed, incident_underived;
      ALTER TABLE incident RESET (toast_tuple_target);
      ALTER TABLE incident
        DROP COLUMN injured_best, DROP COLUMN source_count, DROP COLUMN facets, DROP COLUMN search,
        ADD COLUMN search tsvector GENERATED ALWAYS AS
          (to_tsvector('english', summary || ' ' || coalesce(place, ''))) STORED;
      CREATE INDEX incident_start ON incident (start_on, incident_id);
      CREATE INDEX incident_killed ON incident (killed_best, incident_id);
      CREATE INDEX incident_country_type ON incident (country, type);
      CREATE INDEX incident_search ON incident USING gin (search);
    `);
  }
}
