import type { Queryable } from '@tocsin/persistence';
import { incidentIn } from '../index/packed-incidents.js';

/**
 * What must be equal after every order of arrival: the grouping and the values; ids and revision numbers apart. Of what
 * was taken back only what an analyst took back remains, since sources that withdraw leave nothing to begin from.
 */
export async function finalState(index: Pick<Queryable, 'query'>) {
  const rows = await index.query<{ packed: Buffer }>(
    `SELECT packed FROM incident i WHERE lifecycle <> 'merged'
     AND EXISTS (SELECT FROM mention m WHERE m.incident_id = i.incident_id)`,
  );
  const groups = await index.query<{ members: string }>(
    `SELECT string_agg(article_id, ' ' ORDER BY article_id) AS members FROM article
     GROUP BY syndication_id ORDER BY 1`,
  );
  const incidents = rows.map(({ packed }) => {
    const { incidentId: _, revision: _r, supersedes: _s, sources, ...values } = incidentIn(packed);
    return {
      ...values,
      articles: sources
        .map(({ articleId }) => articleId)
        .sort()
        .join(' '),
      sources: sources.map(({ syndicationId: _id, ...source }) => source),
    };
  });
  incidents.sort((x, y) => (JSON.stringify(x.sources) < JSON.stringify(y.sources) ? -1 : 1));
  return { groups, incidents };
}
