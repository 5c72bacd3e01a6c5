import type { Incident } from '@tocsin/contracts';
import type { Queryable } from '@tocsin/persistence';
import { encodeCursor } from './cursor.js';
import type { IncidentQuery } from './incident-query.js';
import { incidentStatements } from './incident-statements.js';

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

/** Finds incidents. Keyset paging: rows that come or go meanwhile never shift a page. */
export async function searchIncidents(db: Queryable, query: IncidentQuery): Promise<IncidentPage> {
  let rows: Row[] = [];
  for (const { sql, params } of incidentStatements(query)) {
    rows = await db.query<Row>(sql, params);
    if (rows.length > query.limit) break;
  }
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
