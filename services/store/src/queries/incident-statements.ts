import { statement, type Bind, type Statement } from './bind.js';
import {
  byColumns,
  conditionsOf,
  COVERED,
  isCovered,
  isNarrow,
  type Criterion,
  type WalkSort,
} from './criterion.js';
import { SPANS } from '../facets/spans.js';
import { SORTS, type IncidentQuery } from './incident-query.js';
import { textQuery } from './text-search.js';

/** A row's place in an order: its value there and the id that breaks ties. */
export interface Place {
  readonly value: string;
  readonly id: string;
}

/** A part of the order, from where a search begins. */
export interface Window {
  /** Where it ends. */
  readonly edge: Place;
  /** Those that hold all of it, in the order by change. */
  readonly spans?: readonly number[];
  /** The index of which is read, where both are asked for; the other is told row by row. */
  readonly by?: 'tokens' | 'words' | undefined;
}

/** A search along one of the orders that the columns have. */
export interface OrderedQuery extends IncidentQuery {
  readonly sort: WalkSort;
  /** Without the snapshots, for those who only weigh what is found. */
  readonly idsOnly?: boolean;
}

/**
 * The matches among the first rows of the order: finds a page of whatever is common.
 * @param rows that are looked at, at most
 */
export const walkStatement = (query: OrderedQuery, rows: number): Statement =>
  statement((bind) => {
    const covered = isWalkCovered(query);
    const columns = covered ? ['incident_id', ...COVERED].join(', ') : '*';
    // The order's value as a column: of an expression made again outside the planner does not see that rows come sorted,
    // and walks to the end to sort them.
    const walked = `(SELECT ${columns}, ${sqlOf(query)} AS key FROM incident
      ${where(startOf(query, bind))} ${orderOf(query, sqlOf(query))} LIMIT ${bind(rows)}) AS incident`;
    const criteria = query.criteria.map(byColumns);
    const conditions = matching({ ...query, criteria }, bind);
    if (!covered) return hits(query, walked, conditions, { key: 'key', order: 'key' }, bind);
    const found = `(SELECT incident_id, key FROM ${walked} ${where(conditions)}
      ${orderOf(query, 'key')} LIMIT ${bind(query.limit + 1)})`;
    return withSnapshots(query, found);
  });

/** Whether the walk reads its order's index alone. */
export const isWalkCovered = ({ sort, criteria }: OrderedQuery): boolean =>
  sort !== 'killed' && criteria.every(isCovered);

/** Where the order's first so many rows end; no row where it has fewer. Reads an index only. */
export const edgeStatement = (query: OrderedQuery, rows: number): Statement =>
  statement(
    (bind) => `SELECT (${sqlOf(query)})::text AS value, incident_id AS id FROM incident
      ${where(startOf(query, bind))} ${orderOf(query, sqlOf(query))} LIMIT 1 OFFSET ${bind(rows)}`,
  );

/** The matches among the rows down to an edge: two indexes are met with each other before any row is fetched. */
export const windowStatement = (
  query: OrderedQuery,
  { edge, spans, by = 'words' }: Window,
): Statement =>
  statement((bind) => {
    // Of few rows that words leave, columns tell the rest: a third index would list what is common in all the table.
    const worded = query.criteria.some(({ narrows }) => narrows);
    const criteria = worded
      ? query.criteria.map(by === 'words' ? byColumns : byRow)
      : query.criteria;
    // Spans tell the indexes of tokens and words what the order's would: in an expression it does not hold.
    const key = spans === undefined ? sqlOf(query) : lookedUp(query).order;
    const conditions = [
      ...startOf(query, bind),
      ...(spans === undefined ? [] : [`${SPANS} && ${bind(spans)}::bigint[]`]),
      `(${key}, incident_id) ${query.descending ? '>=' : '<='} ${placeOf(query, edge, bind)}`,
      ...matching({ ...query, criteria }, bind),
    ];
    return hits(query, 'incident', conditions, lookedUp(query), bind);
  });

/** Words of each row, in a form that no index answers: the planner takes them for as cheap to read as a column. */
const byRow = ({ check, ...criterion }: Criterion): Criterion => ({
  ...criterion,
  ...(check
    ? { check: (bind) => (criterion.narrows ? `(${check(bind)}) IS TRUE` : check(bind)) }
    : {}),
});

/** All matches: looked up and sorted where some index holds little else, along the order else. */
export const wholeStatement = (query: OrderedQuery): Statement =>
  statement((bind) => {
    const conditions = [...startOf(query, bind), ...matching(query, bind)];
    return hits(query, 'incident', conditions, lookedUp(query), bind);
  });

/**
 * The best of these incidents for the text, from the cursor on. They are joined: for a list of ids the planner may go
 * through an index that begins with another column, by skipping, at five times the cost.
 */
export const rankStatement = (query: IncidentQuery, ids: readonly string[]): Statement =>
  statement((bind) => {
    const rank = `ts_rank_cd('{0.1,0.3,0.5,1}', search, ${textQuery('text', query.text ?? '', bind)})::float4`;
    const { cursor } = query;
    return `SELECT incident_id, snapshot::text AS snapshot, rank::text AS place FROM (
        SELECT * FROM (SELECT incident_id, snapshot, ${rank} AS rank
          FROM unnest(${bind(ids)}::text[]) AS one (id) JOIN incident ON incident_id = one.id) AS found
        ${cursor ? `WHERE (rank, incident_id) < (${bind(cursor.value)}::float4, ${bind(cursor.id)})` : ''}
        ORDER BY rank DESC, incident_id DESC LIMIT ${bind(query.limit + 1)}) AS ranked
      ORDER BY rank DESC, incident_id DESC`;
  });

/** Has the planner say how many rows a look-up by the indexes fetches. It takes all that is asked for independent. */
export const candidatesStatement = ({ criteria }: IncidentQuery): Statement =>
  statement((bind) => {
    const implied = criteria.flatMap(({ implies }) => implies ?? []);
    const isImplied = ({ facets }: Criterion) =>
      facets?.every((token) => implied.some((start) => token.startsWith(start))) ?? false;
    const telling = criteria.filter((one) => isNarrow(one) && !isImplied(one));
    const looked = telling.map(({ facets, check, narrows }): Criterion => ({
      ...(facets === undefined ? {} : { facets }),
      ...(narrows && check ? { check } : {}),
    }));
    return `EXPLAIN (FORMAT JSON) SELECT FROM incident ${where(conditionsOf(looked, bind))}`;
  });

/** Snapshots lie beside their rows: they are fetched for the page alone, not for all that is sorted for it. */
function hits(
  query: OrderedQuery,
  from: string,
  conditions: readonly string[],
  { key, order }: { readonly key: string; readonly order: string },
  bind: Bind,
): string {
  const kept = query.idsOnly ? '' : ', snapshot';
  return `SELECT incident_id${query.idsOnly ? '' : ', snapshot::text AS snapshot'}, key::text AS place FROM (
      SELECT incident_id${kept}, ${key} AS key FROM ${from} ${where(conditions)}
      ${orderOf(query, order)} LIMIT ${bind(query.limit + 1)}) AS hit
    ${orderOf(query, 'key')}`;
}

/** What an index alone has found, with the snapshots of these few. */
const withSnapshots = (query: OrderedQuery, found: string): string =>
  query.idsOnly
    ? `SELECT incident_id, key::text AS place FROM ${found} AS hit ${orderOf(query, 'key')}`
    : `SELECT hit.incident_id, kept.snapshot::text AS snapshot, key::text AS place FROM ${found} AS hit
      JOIN incident AS kept ON kept.incident_id = hit.incident_id ${orderOf(query, 'key', 'hit.')}`;

/**
 * The order of what is looked up by an index of tokens or words: by an expression that no index holds. Along its own the
 * planner takes a walk for short: it counts on matches that are spread evenly and come as often as their words do, and
 * knows nothing of what it costs to read words.
 */
function lookedUp(query: OrderedQuery): { key: string; order: string } {
  const key = sqlOf(query);
  return { key, order: query.criteria.some(isNarrow) ? `${key} + 0` : key };
}

const sqlOf = ({ sort }: OrderedQuery): string => SORTS[sort].sql;

function orderOf({ descending }: OrderedQuery, key: string, table = ''): string {
  const direction = descending ? 'DESC' : 'ASC';
  return `ORDER BY ${key} ${direction}, ${table}incident_id ${direction}`;
}

const where = (conditions: readonly string[]): string =>
  conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;

const placeOf = ({ sort }: OrderedQuery, { value, id }: Place, bind: Bind): string =>
  `(${bind(value)}::${SORTS[sort].type}, ${bind(id)})`;

/** Where along the order the search begins and must end: what its index answers alone. */
function startOf(query: OrderedQuery, bind: Bind): string[] {
  const { cursor, sort, updatedSince, descending } = query;
  const bounds = query.criteria.filter(({ bounds: order }) => order === sort);
  return [
    ...(cursor === undefined
      ? []
      : [
          `(${sqlOf(query)}, incident_id) ${descending ? '<' : '>'} ${placeOf(query, cursor, bind)}`,
        ]),
    ...conditionsOf(bounds.map(checkOnly), bind),
    ...(updatedSince !== undefined && sort === 'updatedAt' ? [since(updatedSince, bind)] : []),
  ];
}

const checkOnly = ({ check }: Criterion): Criterion => (check ? { check } : {});
const since = (ms: number, bind: Bind): string => `updated_ms >= ${bind(ms)}::bigint`;

/** All that an incident must satisfy, wherever it stands. */
function matching(query: OrderedQuery, bind: Bind): string[] {
  const { lifecycle, updatedSince } = query;
  return [
    // Those that are no longer active are found by a token: a walk past all others would be long.
    ...(lifecycle === 'active' ? [`lifecycle = ${bind('active')}`] : []),
    // Commit order is not time order: what a transaction still open may yet add must not be passed by.
    ...(updatedSince === undefined
      ? []
      : [since(updatedSince, bind), 'updated_by < pg_snapshot_xmin(pg_current_snapshot())']),
    ...conditionsOf(query.criteria, bind),
  ];
}
