import { topicNames, type Incident } from '@tocsin/contracts';
import type { BrokerReader } from '@tocsin/messaging';
import type { Client } from 'pg';

/** All that a line has brought about, for telling whether anything changed. */
export interface LineState {
  readonly revisions: readonly { readonly incidentId: string; readonly revision: number }[];
  readonly ends: readonly {
    readonly urlId: string;
    readonly version: string;
    readonly ending: string;
    readonly traceparent: string;
  }[];
  /** Records ever written to each topic. */
  readonly records: Readonly<Record<string, bigint>>;
}

export async function lineState(database: Client, broker: BrokerReader): Promise<LineState> {
  const revisions = await database.query<LineState['revisions'][number]>(
    `SELECT incident_id AS "incidentId", revision FROM store.incident_revision ORDER BY 1, 2`,
  );
  const ends = await database.query<LineState['ends'][number]>(
    `SELECT url_id AS "urlId", version, ending, traceparent FROM store.article_state ORDER BY 1, 2`,
  );
  const records = await Promise.all(
    topicNames.map(async (topic) => [topic, await writtenTo(broker, topic)] as const),
  );
  return { revisions: revisions.rows, ends: ends.rows, records: Object.fromEntries(records) };
}

async function writtenTo(broker: BrokerReader, topic: string): Promise<bigint> {
  let written = 0n;
  for (const { high } of (await broker.ranges(topic)).values()) written += high;
  return written;
}

/** Versions that the line began and that never ended: the store's own query for what is missing. */
export async function missingEnds(database: Client): Promise<unknown[]> {
  const { rows } = await database.query<object>(
    `SELECT v.article_id, v.version FROM store.article_version v
     LEFT JOIN store.article_state s ON s.url_id = v.article_id AND s.version = v.version
     WHERE s.url_id IS NULL`,
  );
  return rows;
}

/** The incidents that an article tells of. */
export async function incidentsOf(database: Client, articleId: string): Promise<Incident[]> {
  const { rows } = await database.query<{ snapshot: Incident }>(
    `SELECT snapshot FROM store.incident WHERE snapshot->'sources' @> $1 ORDER BY incident_id`,
    [JSON.stringify([{ articleId }])],
  );
  return rows.map(({ snapshot }) => snapshot);
}
