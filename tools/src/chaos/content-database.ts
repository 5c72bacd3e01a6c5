import type { Incident } from '@tocsin/contracts';
import { unpack } from '@tocsin/persistence';
import pg from 'pg';
import type { Content } from './invariants/replayed.js';

/** What a deduplicator's database comes to; read-only. */
export class ContentDatabase {
  private readonly pool: pg.Pool;

  constructor(url: string) {
    this.pool = new pg.Pool({ connectionString: url, max: 1 });
  }

  /** The next offset by `topic/partition`; empty while the service has not come so far. */
  async positions(): Promise<Map<string, bigint>> {
    const { rows } = await this.pool.query<{ place: string; next: string }>(
      `SELECT topic || '/' || partition AS place, next_offset::text AS next
       FROM deduplicator.position`,
    );
    return new Map(rows.map(({ place, next }) => [place, BigInt(next)]));
  }

  async content(): Promise<Content> {
    const incidents = await this.pool.query<{ mentions: string; packed: Buffer }>(
      `SELECT string_agg(m.mention_id, ' ' ORDER BY m.mention_id) AS mentions, i.packed
       FROM deduplicator.mention m JOIN deduplicator.incident i USING (incident_id)
       GROUP BY i.incident_id ORDER BY 1`,
    );
    const copies = await this.pool.query<{ members: string }>(
      `SELECT string_agg(article_id, ' ' ORDER BY article_id) AS members
       FROM deduplicator.article GROUP BY syndication_id ORDER BY 1`,
    );
    return {
      incidents: incidents.rows.map(({ mentions, packed }) => ({
        mentions,
        values: valuesOf(JSON.parse(unpack(packed).toString()) as Incident),
      })),
      copies: copies.rows.map(({ members }) => members),
    };
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}

/** Without what hangs on who came first: ids, revision numbers and the trace of the founding. */
function valuesOf({
  incidentId: _id,
  revision: _revision,
  supersedes: _supersedes,
  traceparent: _traceparent,
  sources,
  ...values
}: Incident): string {
  const plain = sources.map(({ syndicationId: _syndication, ...source }) => source);
  return JSON.stringify({ ...values, sources: plain }, inOrder);
}

/** Objects by the names of their fields: in which order they were made is nobody's content. */
const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
