import type { Incident } from '@tocsin/contracts';
import type { Queryable } from '@tocsin/persistence';
import { encodeCursor } from './cursor.js';
import { SORTS, type IncidentQuery } from './incident-query.js';

export interface IncidentPage {
  readonly items: readonly Incident[];
  /** Give it as `cursor` to go on; null on the last page. */
  readonly nextCursor: string | null;
}

interface Row {
  readonly incident_id: string;
  readonly snapshot: Incident;
  readonly place: string;
}

/** Finds active incidents. Keyset paging: rows that come or go meanwhile never shift a page. */
export async function searchIncidents(db: Queryable, query: IncidentQuery): Promise<IncidentPage> {
  const params: unknown[] = [];
  const bind = (value: unknown) => `$${params.push(value)}`;
  const sort = SORTS[query.sort];
  const rows = await db.query<Row>(
    `SELECT incident_id, snapshot, (${sort.sql})::text AS place FROM incident
     WHERE ${conditionsOf(query, bind).join(' AND ')}
     ORDER BY ${sort.sql} ${direction(query)}, incident_id ${direction(query)}
     LIMIT ${bind(query.limit + 1)}`,
    params,
  );
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  const name = `${query.descending ? '-' : ''}${query.sort}`;
  return {
    items: page.map(({ snapshot }) => snapshot),
    nextCursor:
      last && rows.length > page.length
        ? encodeCursor({ sort: name, value: last.place, id: last.incident_id })
        : null,
  };
}

const direction = ({ descending }: IncidentQuery) => (descending ? 'DESC' : 'ASC');

function conditionsOf(query: IncidentQuery, bind: (value: unknown) => string): string[] {
  // A reader by time must see merged and retracted ones, too: that is the change.
  const conditions = query.updatedSince === undefined ? [`lifecycle = 'active'`] : [];
  if (query.type !== undefined) conditions.push(`type = ${bind(query.type)}`);
  if (query.country !== undefined) conditions.push(`country = ${bind(query.country)}`);
  if (query.from !== undefined) {
    conditions.push(`coalesce(end_on, start_on) >= ${bind(query.from)}::date`);
  }
  if (query.to !== undefined) {
    conditions.push(`coalesce(start_on, end_on) <= ${bind(query.to)}::date`);
  }
  if (query.killedMin !== undefined) conditions.push(`killed_best >= ${bind(query.killedMin)}`);
  if (query.text !== undefined) {
    conditions.push(`search @@ websearch_to_tsquery('english', ${bind(query.text)})`);
  }
  if (query.updatedSince !== undefined) {
    // Commit order is not time order: what a transaction still open may yet add must not be passed by.
    conditions.push(`updated_ms >= ${bind(query.updatedSince)}::bigint`);
    conditions.push('updated_by < pg_snapshot_xmin(pg_current_snapshot())');
  }
  if (query.cursor !== undefined) {
    const { sql, type } = SORTS[query.sort];
    const beyond = query.descending ? '<' : '>';
    conditions.push(
      `(${sql}, incident_id) ${beyond} (${bind(query.cursor.value)}::${type}, ${bind(query.cursor.id)})`,
    );
  }
  return conditions;
}
