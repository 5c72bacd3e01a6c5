import type { Incident } from '@tocsin/contracts';
import type { Queryable } from '@tocsin/persistence';
import type { Statement } from './bind.js';
import { isNarrow } from './criterion.js';
import { encodeCursor } from './cursor.js';
import type { IncidentQuery } from './incident-query.js';
import {
  candidatesStatement,
  edgeStatement,
  isWalkCovered,
  rankStatement,
  walkStatement,
  wholeStatement,
  windowStatement,
  type OrderedQuery,
  type Place,
  type Window,
} from './incident-statements.js';
import { nextWindow, REREAD, type Estimate, type Looked, type Walked } from './next-window.js';
import { spreadOf, windowByChange, type Spread } from './spread.js';

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

/**
 * Rows that a search first walks past, one by one, by what it looks at of each. Words lie beside the row, and each look
 * fetches them. `beforeSpans`: of the index, where windows by spans may follow, which are cheaper for all but the most common.
 */
export type Walk = Readonly<Record<Walked | 'beforeSpans', number>>;
const WALK: Walk = { index: 20_000, row: 2_000, words: 400, beforeSpans: 2_000 };
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
 * ends, so that one that fills the page is the page, and a window goes on where the one before it ended.
 */
async function firstMatches(db: Queryable, query: OrderedQuery, walk: Walk): Promise<Row[]> {
  const wanted = query.limit + 1;
  const run = ({ sql, params }: Statement) => db.query<Row>(sql, params);
  const walked = walkedOf(query);
  let looked: Looked = { rows: firstWalk(query, walk, walked), found: 0, passed: 0 };
  if (looked.rows > 0) {
    const first = await run(walkStatement(query, looked.rows));
    if (first.length >= wanted) return first;
    looked = { ...looked, found: first.length };
  }
  const survey = query.criteria.some(isNarrow) ? await surveyOf(db, query) : undefined;
  /** What was found up to where the next look begins. */
  let kept: readonly Row[] = [];
  let rest = query;
  while (survey !== undefined) {
    const next = nextWindow(looked, wanted, survey.estimate, walked);
    if (next === null) break;
    const rows = next.rows - looked.passed;
    const window = next.by === 'window' ? await windowOf(db, rest, rows, survey) : undefined;
    if (next.by === 'window' && window === undefined) break;
    const found = [
      ...kept,
      ...(await run(window ? windowStatement(rest, window) : walkStatement(rest, rows))),
    ];
    if (found.length >= wanted) return foundOnce(found) ?? run(wholeStatement(query));
    looked = { rows: next.rows, found: found.length, passed: window ? next.rows : looked.passed };
    if (window === undefined) continue;
    kept = found;
    rest = after(query, window.edge, kept.length);
  }
  return foundOnce([...kept, ...(await run(wholeStatement(rest)))]) ?? run(wholeStatement(query));
}

/** The rest of the search: what lies behind a place. @param kept matches that are found already */
const after = (query: OrderedQuery, { value, id }: Place, kept: number): OrderedQuery => ({
  ...query,
  cursor: { sort: query.sort, value, id },
  limit: query.limit - kept,
});

/** Undefined where a row is met twice: it was changed, and moved along the order, between two looks. */
const foundOnce = (rows: Row[]): Row[] | undefined =>
  new Set(rows.map(({ incident_id }) => incident_id)).size === rows.length ? rows : undefined;

/** By change a window costs less than to walk past rows of which the index does not tell all. */
function firstWalk({ sort, criteria }: OrderedQuery, walk: Walk, walked: Walked): number {
  if (sort !== 'updatedAt' || !criteria.some(isNarrow)) return walk[walked];
  return walked === 'index' ? walk.beforeSpans : 0;
}

function walkedOf(query: OrderedQuery): Walked {
  if (isWalkCovered(query)) return 'index';
  return query.criteria.some(({ narrows }) => narrows) ? 'words' : 'row';
}

/**
 * So many rows from where the search begins. By change it ends at about the right moment, else where it is counted off.
 * @returns undefined where the order has fewer rows than that
 */
async function windowOf(
  db: Queryable,
  query: OrderedQuery,
  rows: number,
  { spread, by }: Survey,
): Promise<Window | undefined> {
  if (query.sort === 'updatedAt') {
    const window = windowByChange(query, rows, spread, Date.now());
    return window && { ...window, by };
  }
  const { sql, params } = edgeStatement(query, rows);
  const [edge] = await db.query<Place>(sql, params);
  return edge && { edge };
}

interface Survey {
  readonly spread: Spread;
  readonly estimate: Estimate;
  /** What windows by spans go by, where both tokens and words are asked for. */
  readonly by: Window['by'];
}

async function surveyOf(db: Queryable, query: OrderedQuery): Promise<Survey> {
  const spread = await spreadOf(db, Date.now());
  const { total } = spread;
  const plan = await planOf(db, query);
  const candidates = plan['Plan Rows'];
  const listed = Math.max(candidates, ...listedBy(plan));
  const { criteria, sort } = query;
  const reread = criteria.some(({ rereads }) => rereads);
  const known = { total, candidates, listed, reread };
  if (sort !== 'updatedAt') {
    const fetching = reread ? REREAD * candidates : listed;
    return { spread, estimate: { ...known, fetching, window: 'order' }, by: undefined };
  }
  const window = criteria.some(({ gathers }) => gathers) ? 'gathered' : 'spans';
  const worded = criteria.filter(({ narrows }) => narrows);
  if (worded.length === 0 || worded.length === criteria.filter(isNarrow).length) {
    const fetching = reread ? REREAD * candidates : candidates;
    return { spread, estimate: { ...known, fetching, window }, by: undefined };
  }
  const words = (await planOf(db, { ...query, criteria: worded }))['Plan Rows'];
  // The planner takes them for independent.
  const byTokens = (REREAD * candidates * total) / words;
  const byWords = reread ? REREAD * words : words;
  const fetching = Math.min(byTokens, byWords);
  const by = byTokens < byWords ? 'tokens' : 'words';
  return { spread, estimate: { ...known, fetching, window }, by };
}

async function planOf(db: Queryable, query: OrderedQuery): Promise<Plan> {
  const { sql, params } = candidatesStatement(query);
  const [explained] = await db.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(sql, params);
  return explained?.['QUERY PLAN'][0].Plan ?? { 'Node Type': 'none', 'Plan Rows': 0 };
}

interface Plan {
  readonly 'Node Type': string;
  readonly 'Plan Rows': number;
  readonly Plans?: readonly Plan[];
}

/** How many rows each index of the plan lists. */
const listedBy = (plan: Plan): number[] => [
  ...(plan['Node Type'] === 'Bitmap Index Scan' ? [plan['Plan Rows']] : []),
  ...(plan.Plans ?? []).flatMap(listedBy),
];

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
