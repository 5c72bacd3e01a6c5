import type { Incident } from '@tocsin/contracts';
import type { Queryable } from '@tocsin/persistence';
import { isNarrow } from './criterion.js';
import { encodeCursor } from './cursor.js';
import type { IncidentQuery } from './incident-query.js';
import {
  candidatesStatement,
  COUNT_ESTIMATE,
  edgeStatement,
  rankStatement,
  walkStatement,
  wholeStatement,
  windowStatement,
  type OrderedQuery,
  type Place,
} from './incident-statements.js';
import { nextWindow, type Estimate } from './next-window.js';

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

/** Rows that a search first walks past, one by one. */
export interface Walk {
  readonly rows: number;
  /** Where words are looked for: they lie beside the row, and each look fetches them. */
  readonly wordRows: number;
}
const WALK: Walk = { rows: 2_000, wordRows: 400 };
/** Matches, newest first, among which the most relevant are looked for. */
const RANKED_ROWS = 1_000;

/** Finds incidents. Keyset paging: rows that come or go meanwhile never shift a page. */
export async function searchRaw(
  db: Queryable,
  query: IncidentQuery,
  walk = WALK,
): Promise<RawPage> {
  const rows =
    query.sort === 'relevance'
      ? await mostRelevant(db, query, walk)
      : await firstMatches(db, { ...query, sort: query.sort }, walk);
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
export async function searchIncidents(
  db: Queryable,
  query: IncidentQuery,
  walk = WALK,
): Promise<IncidentPage> {
  const { json, nextCursor } = await searchRaw(db, query, walk);
  return { items: json.map((text) => JSON.parse(text) as Incident), nextCursor };
}

/**
 * Looks along the order, further each time, until that would cost more than to look all matches up at once. The
 * planner alone would take the filters of one query for independent. What a look finds is complete up to where it
 * ends, so that one that fills the page is the page.
 */
async function firstMatches(db: Queryable, query: OrderedQuery, walk: Walk): Promise<Row[]> {
  const wanted = query.limit + 1;
  const run = ({ sql, params }: { sql: string; params: readonly unknown[] }) =>
    db.query<Row>(sql, params);
  let looked = query.criteria.some(({ narrows }) => narrows) ? walk.wordRows : walk.rows;
  let found = await run(walkStatement(query, looked));
  if (found.length >= wanted) return found;
  const isLookedUp = query.criteria.some(isNarrow);
  const estimate = isLookedUp ? await estimateOf(db, query) : undefined;
  while (estimate !== undefined) {
    const rows = nextWindow({ rows: looked, found: found.length }, wanted, estimate);
    if (rows === null) break;
    const edge = edgeStatement(query, rows);
    const [place] = await db.query<Place>(edge.sql, edge.params);
    if (place === undefined) break;
    found = await run(windowStatement(query, place));
    if (found.length >= wanted) return found;
    looked = rows;
  }
  return run(wholeStatement(query));
}

async function estimateOf(db: Queryable, query: OrderedQuery): Promise<Estimate> {
  const [table] = await db.query<{ rows: number }>(COUNT_ESTIMATE);
  const { sql, params } = candidatesStatement(query);
  const [plan] = await db.query<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>(sql, params);
  const candidates = plan?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0;
  return { total: table?.rows ?? -1, candidates };
}

async function mostRelevant(db: Queryable, query: IncidentQuery, walk: Walk): Promise<Row[]> {
  const { cursor: _, ...rest } = query;
  const newest = { ...rest, sort: 'updatedAt', descending: true, idsOnly: true } as const;
  const candidates = await firstMatches(db, { ...newest, limit: RANKED_ROWS - 1 }, walk);
  const { sql, params } = rankStatement(
    query,
    candidates.map(({ incident_id }) => incident_id),
  );
  return db.query<Row>(sql, params);
}
