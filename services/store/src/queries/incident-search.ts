import type { Incident } from '@tocsin/contracts';
import type { Queryable } from '@tocsin/persistence';
import { encodeCursor } from './cursor.js';
import type { IncidentQuery } from './incident-query.js';
import { incidentStatements } from './incident-statements.js';

/** Incidents as they are stored: JSON that goes to the client without being read on its way. */
export interface RawPage {
  readonly json: readonly string[];
  readonly nextCursor: string | null;
}

export interface IncidentPage {
  readonly items: readonly Incident[];
  /** Give it as `cursor` to go on; null on the last page. */
  readonly nextCursor: string | null;
}

interface Row {
  readonly incident_id: string;
  readonly snapshot: string;
  readonly place: string;
}

/** Finds incidents. Keyset paging: rows that come or go meanwhile never shift a page. */
export async function searchRaw(db: Queryable, query: IncidentQuery): Promise<RawPage> {
  let rows: Row[] = [];
  for (const { sql, params } of incidentStatements(query)) {
    rows = await db.query<Row>(sql, params);
    if (rows.length > query.limit) break;
  }
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  const name = `${query.descending ? '-' : ''}${query.sort}`;
  return {
    json: page.map(({ snapshot }) => snapshot),
    nextCursor:
      last && rows.length > page.length
        ? encodeCursor({ sort: name, value: last.place, id: last.incident_id })
        : null,
  };
}

/** The same, read. */
export async function searchIncidents(db: Queryable, query: IncidentQuery): Promise<IncidentPage> {
  const { json, nextCursor } = await searchRaw(db, query);
  return { items: json.map((text) => JSON.parse(text) as Incident), nextCursor };
}
