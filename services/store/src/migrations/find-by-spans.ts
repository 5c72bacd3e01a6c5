import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As `facets/spans.ts` has it. */
const SPANS =
  '(ARRAY[updated_ms >> 25 << 2 | 0, updated_ms >> 29 << 2 | 1, updated_ms >> 33 << 2 | 2])';

/**
 * The inverted indexes hold beside tokens and words when a row changed: a search of a span of time reads of each list
 * what was written in it, where it read lists whole.
 */
export class FindBySpans1767225719000 implements MigrationInterface {
  readonly name = 'FindBySpans1767225719000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX incident_facets, incident_search;
      -- Tokens are gathered twice as long as by the server's setting, for what spans cost; words as before (GatherWords).
      CREATE INDEX incident_facets ON incident USING gin (facets, ${SPANS}) WITH (gin_pending_list_limit = 8192);
      CREATE INDEX incident_search ON incident USING gin (search, ${SPANS}) WITH (gin_pending_list_limit = 16384)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX incident_facets, incident_search;
      CREATE INDEX incident_facets ON incident USING gin (facets);
      CREATE INDEX incident_search ON incident USING gin (search) WITH (gin_pending_list_limit = 16384)`);
  }
}
