import { unpack } from '@tocsin/persistence';
import pg from 'pg';
import type { Position } from './invariants/offsets.js';
import type { LiveIncident } from './invariants/one-incident-each.js';
import type { RecordName } from './invariants/outbox.js';
import type { Revision } from './invariants/revisions.js';
import type { AppliedChange, LinkChange } from './invariants/single-effects.js';
import type { UrlVersion } from './invariants/url-ends.js';
import { digestOf } from './topic-evidence.js';

/** The groups that keep a position in their database, by the name of their schema. */
const STATEFUL = ['deduplicator', 'store'];

const POSITIONS = STATEFUL.map(
  (schema) =>
    `SELECT group_id || '/' || topic || '/' || partition AS place, next_offset::text AS next,
            cardinality(unsettled) AS unsettled FROM ${schema}.position`,
).join(' UNION ALL ');

/** Rows of an outbox that are read at once. */
const PAGE = 2_000;

interface OutboxRow {
  readonly id: string;
  readonly topic: string;
  readonly name: string;
  readonly sent: boolean;
  readonly key: Buffer;
  readonly packed: Buffer | null;
}

/** Looks into all schemas of the line, as no service may; read-only. */
export class LineDatabase {
  private readonly pool: pg.Pool;

  constructor(url: string) {
    this.pool = new pg.Pool({ connectionString: url, max: 2 });
    // A connection that breaks while it is idle is made anew.
    this.pool.on('error', () => undefined);
  }

  /** URLs that have come to an end in the store. */
  async endedUrls(): Promise<number> {
    const [row] = await this.read<{ n: number }>(
      'SELECT count(DISTINCT url_id)::int AS n FROM store.article_end',
    );
    return row?.n ?? 0;
  }

  /** How many of these URLs have come to an end in the store. */
  async endedAmong(urlIds: readonly string[]): Promise<number> {
    const { rows } = await this.pool.query<{ n: number }>(
      'SELECT count(DISTINCT url_id)::int AS n FROM store.article_end WHERE url_id = ANY($1)',
      [urlIds],
    );
    return rows[0]?.n ?? 0;
  }

  /** Outbox rows that have not reached the broker. */
  async unsent(): Promise<number> {
    const [row] = await this.read<{ n: number }>(
      `SELECT ((SELECT count(*) FROM deduplicator.outbox WHERE sent_at IS NULL)
             + (SELECT count(*) FROM store.outbox WHERE sent_at IS NULL))::int AS n`,
    );
    return row?.n ?? 0;
  }

  /** By `group/topic/partition`. */
  async positions(): Promise<Map<string, Position>> {
    const rows = await this.read<{ place: string; next: string; unsettled: number }>(POSITIONS);
    return new Map(
      rows.map(({ place, next, unsettled }) => [place, { next: BigInt(next), unsettled }]),
    );
  }

  /** Every outbox row of every service, sent or not. */
  async outboxRows(): Promise<(RecordName & { sent: boolean })[]> {
    const found: (RecordName & { sent: boolean })[] = [];
    for (const schema of STATEFUL) {
      for (let after = '0'; ;) {
        const { rows } = await this.pool.query<OutboxRow>(
          `SELECT id, topic, headers->>'ce_id' AS name, sent_at IS NOT NULL AS sent, key, packed
           FROM ${schema}.outbox WHERE id > $1 ORDER BY id LIMIT ${PAGE}`,
          [after],
        );
        for (const { topic, name, sent, key, packed } of rows)
          found.push({ topic, id: name, sent, digest: digestOf(key, packed && unpack(packed)) });
        const last = rows.at(-1);
        if (last === undefined) break;
        after = last.id;
      }
    }
    return found;
  }

  keepsPositions(group: string): boolean {
    return STATEFUL.includes(group);
  }

  async states(): Promise<(UrlVersion & { end: string })[]> {
    const rows = await this.read<{ urlId: string; version: string; end: string }>(
      'SELECT url_id AS "urlId", version, ending AS "end" FROM store.article_state',
    );
    return rows.map((row) => ({ ...row, version: Number(row.version) }));
  }

  async articleIds(schema: 'deduplicator' | 'store'): Promise<string[]> {
    const rows = await this.read<{ id: string }>(`SELECT article_id AS id FROM ${schema}.article`);
    return rows.map(({ id }) => id);
  }

  /** The version of each article that readers see. */
  async shownVersions(): Promise<UrlVersion[]> {
    const rows = await this.read<{ urlId: string; version: string }>(
      'SELECT article_id AS "urlId", version FROM store.article',
    );
    return rows.map((row) => ({ ...row, version: Number(row.version) }));
  }

  async changes(): Promise<AppliedChange[]> {
    const rows = await this.read<{ kind: string; key: string; revision: string }>(
      'SELECT kind, key, revision FROM store.change',
    );
    return rows.map((row) => ({ ...row, revision: Number(row.revision) }));
  }

  links(): Promise<LinkChange[]> {
    return this.read(
      `SELECT incident_id AS "incidentId", revision, record->'linked' AS linked,
              record->'unlinked' AS unlinked
       FROM store.incident_revision ORDER BY incident_id, revision`,
    );
  }

  keptRevisions(): Promise<Revision[]> {
    return this.read('SELECT incident_id AS "incidentId", revision FROM store.incident_revision');
  }

  newestRevisions(): Promise<Revision[]> {
    return this.read('SELECT incident_id AS "incidentId", revision FROM deduplicator.incident');
  }

  liveIncidents(): Promise<LiveIncident[]> {
    return this.read(
      `SELECT incident_id AS "incidentId", place, start_on::text AS start, end_on::text AS "end",
              (snapshot->>'articleCount')::int AS "articleCount"
       FROM store.incident WHERE lifecycle = 'active'`,
    );
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  private async read<R extends pg.QueryResultRow>(sql: string): Promise<R[]> {
    return (await this.pool.query<R>(sql)).rows;
  }
}
