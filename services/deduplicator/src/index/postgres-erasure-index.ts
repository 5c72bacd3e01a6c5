import type { Incident } from '@tocsin/contracts';
import type { Queryable } from '@tocsin/persistence';
import type { ErasureIndex } from './erasure-index.port.js';
import { incidentIn, PACKED_INCIDENTS, packedIncidents, takenFrom } from './packed-incidents.js';

export class PostgresErasureIndex implements ErasureIndex {
  constructor(private readonly tx: Queryable) {}

  async erasedAmong(
    articles: readonly { readonly articleId: string; readonly url: string }[],
  ): Promise<ReadonlySet<string>> {
    const sites = articles.map(({ url }) => domainsOf(url));
    const rows = await this.tx.query<{ article_id: string | null; host: string | null }>(
      `SELECT article_id, NULL AS host FROM erased_article WHERE article_id = ANY($1)
       UNION ALL SELECT NULL, host FROM erased_source WHERE host = ANY($2)`,
      [articles.map(({ articleId }) => articleId), [...new Set(sites.flat())]],
    );
    const hosts = new Set(rows.map(({ host }) => host));
    const ofSources = articles.filter((_, at) => sites[at]?.some((host) => hosts.has(host)));
    return new Set([
      ...rows.flatMap(({ article_id }) => article_id ?? []),
      ...ofSources.map(({ articleId }) => articleId),
    ]);
  }

  async forgetSource(host: string): Promise<void> {
    await this.tx.query('INSERT INTO erased_source VALUES ($1) ON CONFLICT DO NOTHING', [host]);
  }

  async forget(articleIds: readonly string[]): Promise<void> {
    await this.tx.query(
      'INSERT INTO erased_article (article_id) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING',
      [articleIds],
    );
    await this.tx.query(
      `UPDATE article SET keywords = '[]', traceparent = NULL,
         source = jsonb_build_object('articleId', article_id, 'url', '', 'title', '', 'siteName', NULL,
           'publishedAt', NULL, 'syndicationId', syndication_id)
       WHERE article_id = ANY($1)`,
      [articleIds],
    );
    // Commands stay, for they are about other articles too; what the erased ones told leaves them.
    await this.tx.query(
      `UPDATE curation SET record = jsonb_set(record, '{subjects}', coalesce((
         SELECT jsonb_agg(jsonb_set(subject, '{mentions}', coalesce((
             SELECT jsonb_agg(told) FROM jsonb_array_elements(subject -> 'mentions') AS told
             WHERE NOT told ->> 'articleId' = ANY($1)), '[]')))
         FROM jsonb_array_elements(record -> 'subjects') AS subject), '[]'))
       WHERE command_id IN (SELECT command_id FROM curation_article WHERE article_id = ANY($1))`,
      [articleIds],
    );
    await this.tx.query('DELETE FROM curation_article WHERE article_id = ANY($1)', [articleIds]);
  }

  /** Reads every snapshot, a thousand at a time: erasing is rare, and nothing may be missed. */
  async incidentsWithWordsOf(articleIds: readonly string[]): Promise<Incident[]> {
    const ids = new Set(articleIds);
    const found: Incident[] = [];
    let after = '';
    for (;;) {
      const rows = await this.tx.query<{ incident_id: string; packed: Buffer }>(
        'SELECT incident_id, packed FROM incident WHERE incident_id > $1 ORDER BY incident_id LIMIT 1000',
        [after],
      );
      found.push(...rows.map(({ packed }) => incidentIn(packed)).filter(namesOneOf(ids)));
      const last = rows.at(-1);
      if (rows.length < 1_000 || !last) return found;
      after = last.incident_id;
    }
  }

  async saveSnapshots(incidents: readonly Incident[]): Promise<void> {
    await this.tx.query(
      `UPDATE incident SET ${takenFrom('new')} FROM (${PACKED_INCIDENTS}) AS new
       WHERE incident.incident_id = new.id`,
      packedIncidents(incidents),
    );
  }
}

/** Whether an article of these stands anywhere in it. */
function namesOneOf(articleIds: ReadonlySet<string>) {
  const names = (part: unknown): boolean =>
    typeof part === 'object' &&
    part !== null &&
    Object.entries(part).some(([key, value]) =>
      key === 'articleId' ? articleIds.has(value as string) : names(value),
    );
  return names;
}

/** The host of an address and the domains above it. */
function domainsOf(url: string): string[] {
  const labels = (URL.parse(url)?.hostname ?? '').split('.');
  return labels.map((_, at) => labels.slice(at).join('.'));
}
