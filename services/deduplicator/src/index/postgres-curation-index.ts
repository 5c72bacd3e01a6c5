import type { IncidentCurated, Mention } from '@tocsin/contracts';
import type { Verdicts } from '@tocsin/dedup';
import { safeJson, type Queryable } from '@tocsin/persistence';
import { articlesOf, type CurationIndex } from './curation-index.port.js';

export class PostgresCurationIndex implements CurationIndex {
  constructor(private readonly tx: Queryable) {}

  async keep(command: IncidentCurated): Promise<boolean> {
    const kept = await this.tx.query(
      `INSERT INTO curation (command_id, record) VALUES ($1, $2)
       ON CONFLICT DO NOTHING RETURNING command_id`,
      [command.commandId, safeJson(command)],
    );
    if (kept.length === 0) return false;
    await this.tx.query(
      'INSERT INTO curation_article (article_id, command_id) SELECT unnest($1::text[]), $2',
      [articlesOf(command), command.commandId],
    );
    return true;
  }

  async command(commandId: string): Promise<IncidentCurated | null> {
    const [row] = await this.tx.query<{ record: IncidentCurated }>(
      'SELECT record FROM curation WHERE command_id = $1',
      [commandId],
    );
    return row?.record ?? null;
  }

  async concerning(articleIds: readonly string[]): Promise<IncidentCurated[]> {
    const rows = await this.tx.query<{ record: IncidentCurated }>(
      `WITH RECURSIVE reached (command_id) AS (
         SELECT command_id FROM curation_article WHERE article_id = ANY($1)
         UNION
         SELECT next.command_id FROM reached
         JOIN curation_article own USING (command_id)
         JOIN curation_article next USING (article_id)
       )
       SELECT record FROM reached JOIN curation USING (command_id)`,
      [articleIds],
    );
    return rows.map(({ record }) => record);
  }

  async mentionsOf(articleIds: readonly string[]): Promise<Map<string, Mention[]>> {
    const rows = await this.tx.query<{ article_id: string; payload: Mention }>(
      'SELECT article_id, payload FROM mention WHERE article_id = ANY($1)',
      [articleIds],
    );
    const byArticle = Map.groupBy(rows, (row) => row.article_id);
    return new Map([...byArticle].map(([id, own]) => [id, own.map(({ payload }) => payload)]));
  }

  async replaceVerdicts(
    mentionIds: readonly string[],
    { links, retracted }: Verdicts,
  ): Promise<void> {
    const both = links.flatMap((link) => [link, { ...link, a: link.b, b: link.a }]);
    await this.tx.query('DELETE FROM mention_verdict WHERE mention_id = ANY($1)', [mentionIds]);
    await this.tx.query(
      `INSERT INTO mention_verdict (mention_id, other_id, verdict)
       SELECT * FROM unnest($1::text[], $2::text[], $3::text[])`,
      [both.map(({ a }) => a), both.map(({ b }) => b), both.map(({ verdict }) => verdict)],
    );
    const retractions = mentionIds.map((id) => {
      const retraction = retracted.get(id);
      return retraction === undefined ? null : safeJson(retraction);
    });
    await this.tx.query(
      `UPDATE mention SET retraction = new.retraction
       FROM unnest($1::text[], $2::jsonb[]) AS new (mention_id, retraction)
       WHERE mention.mention_id = new.mention_id
         AND mention.retraction IS DISTINCT FROM new.retraction`,
      [mentionIds, retractions],
    );
  }
}
