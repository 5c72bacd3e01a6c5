import { statement, type Bind, type Statement } from './bind.js';
import { conditionsOf, isNarrow, type Criterion } from './criterion.js';
import { SORTS, type IncidentQuery } from './incident-query.js';
import { textQuery } from './text-search.js';

/**
 * Rows that a walk along the sort looks at before it gives up. A filter that leaves a page of them is common
 * enough to be met on the way; of any other few enough rows are left to sort them all. Rows of one time lie
 * side by side, those of one place all over the table: walking past ten is cheaper than fetching one.
 */
const WALK_ROWS = 20_000;
/** Matches, newest first, among which the most relevant are looked for. */
const RANKED_ROWS = 1_000;

/**
 * The statements of a search, to be tried in turn until one fills the page: the planner knows how often each
 * filter is met, but not that those of one query never are met together, and would walk the whole table.
 */
export function incidentStatements(query: IncidentQuery, walkRows = WALK_ROWS): Statement[] {
  if (query.sort === 'relevance') return [byRelevance(query)];
  if (!query.criteria.some(isNarrow)) return [inOrder(query, 'planned', walkRows)];
  return [inOrder(query, 'walk', walkRows), inOrder(query, 'sorted', walkRows)];
}

function inOrder(
  query: IncidentQuery,
  way: 'planned' | 'walk' | 'sorted',
  walkRows: number,
): Statement {
  const { sql } = SORTS[query.sort];
  // An expression that no index holds: the matches are found by their filters and then sorted.
  const order = way === 'sorted' ? `${sql} + 0` : sql;
  const direction = query.descending ? 'DESC' : 'ASC';
  const inThisOrder = (key: string) => `ORDER BY ${key} ${direction}, incident_id ${direction}`;
  const bounds = query.criteria.filter(({ bounds: walk }) => walk === query.sort);
  return statement((bind) => {
    const base = [
      ...stateConditions(query, bind),
      ...cursorCondition(query, bind),
      ...(way === 'walk' ? conditionsOf(bounds.map(checkOnly), bind) : []),
    ];
    const walk = `(SELECT * FROM incident ${where(base)} ${inThisOrder(sql)} LIMIT ${walkRows}) AS incident`;
    const filters = conditionsOf(query.criteria, bind);
    return `SELECT incident_id, snapshot::text AS snapshot, (${sql})::text AS place
      FROM ${way === 'walk' ? `${walk} ${where(filters)}` : `incident ${where([...base, ...filters])}`}
      ${inThisOrder(order)} LIMIT ${bind(query.limit + 1)}`;
  });
}

function byRelevance(query: IncidentQuery): Statement {
  const rank = (bind: Bind) =>
    `ts_rank_cd('{0.1,0.3,0.5,1}', search, ${textQuery('text', query.text ?? '', bind)})::float4`;
  return statement((bind) => {
    const conditions = [...stateConditions(query, bind), ...conditionsOf(query.criteria, bind)];
    return `SELECT incident_id, snapshot::text AS snapshot, rank::text AS place FROM (
        SELECT incident_id, snapshot, ${rank(bind)} AS rank FROM incident
        ${where(conditions)} ORDER BY updated_ms DESC LIMIT ${RANKED_ROWS}) AS ranked
      ${where(cursorCondition(query, bind))}
      ORDER BY rank DESC, incident_id DESC LIMIT ${bind(query.limit + 1)}`;
  });
}

const where = (conditions: readonly string[]): string =>
  conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;

const checkOnly = ({ check }: Criterion): Criterion => (check ? { check } : {});

/** What life an incident must have, and since when it must have changed. */
export function stateConditions(
  { lifecycle, updatedSince }: Pick<IncidentQuery, 'lifecycle' | 'updatedSince'>,
  bind: Bind,
): string[] {
  return [
    // Those that are no longer active are found by a token: a walk past all others would be long.
    ...(lifecycle === 'active' ? [`lifecycle = ${bind('active')}`] : []),
    // Commit order is not time order: what a transaction still open may yet add must not be passed by.
    ...(updatedSince === undefined
      ? []
      : [
          `updated_ms >= ${bind(updatedSince)}::bigint`,
          'updated_by < pg_snapshot_xmin(pg_current_snapshot())',
        ]),
  ];
}

function cursorCondition({ cursor, sort, descending }: IncidentQuery, bind: Bind): string[] {
  if (cursor === undefined) return [];
  const { sql, type } = SORTS[sort];
  return [
    `(${sql}, incident_id) ${descending ? '<' : '>'} (${bind(cursor.value)}::${type}, ${bind(cursor.id)})`,
  ];
}
