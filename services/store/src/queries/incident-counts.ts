import type { Queryable } from '@tocsin/persistence';
import { badQuery } from '../api/problem.js';
import { statement, type Statement } from './bind.js';
import { conditionsOf, FIRST_DAY } from './criterion.js';
import { criteriaOf, INCIDENT_PARAMETERS } from './incident-parameters.js';
import { day, oneOf, text } from './values.js';

/** What incidents can be counted by, and its column. */
const GROUPS = {
  type: 'type',
  subType: 'sub_type',
  family: 'family',
  country: 'country',
  status: 'evidence',
  day: `${FIRST_DAY}::text`,
} as const;
export type Group = keyof typeof GROUPS;
export const GROUP_NAMES = Object.keys(GROUPS) as Group[];

/** One group and how many active incidents it has; null: not known of them. */
export interface Count {
  readonly value: string | null;
  readonly incidents: number;
  /** Best figures of killed added up. */
  readonly killed: number;
}

export interface Counts {
  readonly by: Group;
  readonly from: string;
  readonly to: string;
  readonly items: readonly Count[];
}

const DAY_MS = 86_400_000;
const MAX_DAYS = 366;
const DEFAULT_DAYS = 90;

/** A checked question for counts: of incidents that began in a span of days. */
export interface CountsQuery {
  readonly by: Group;
  readonly from: string;
  readonly to: string;
  readonly filters: Readonly<Record<string, string>>;
}

/**
 * @param nowMs ms since the epoch: the last day unless said otherwise
 * @throws ProblemError 400
 */
export function parseCountsQuery(
  query: Readonly<Record<string, unknown>>,
  nowMs: number,
): CountsQuery {
  const given = Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, text(name, value)]),
  );
  const { by = 'type', from: first, to: last, ...filters } = given;
  const unknown = Object.keys(filters).find((name) => !Object.hasOwn(INCIDENT_PARAMETERS, name));
  if (unknown !== undefined) throw badQuery(`${unknown} is not a parameter of these counts.`);
  // Read once before, so that a bad one is refused here.
  criteriaOf(filters);
  const to = last === undefined ? dayAt(nowMs) : day('to', last);
  const from =
    first === undefined ? dayAt(msOf(to) - (DEFAULT_DAYS - 1) * DAY_MS) : day('from', first);
  const days = (msOf(to) - msOf(from)) / DAY_MS + 1;
  if (days < 1 || days > MAX_DAYS) throw badQuery(`from and to must span 1 to ${MAX_DAYS} days.`);
  return { by: oneOf('by', by, GROUP_NAMES) as Group, from, to, filters };
}

const msOf = (text: string): number => Date.parse(`${text}T00:00:00Z`);
const dayAt = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

export const countsStatement = ({ by, from, to, filters }: CountsQuery): Statement =>
  statement((bind) => {
    const conditions = [
      `lifecycle = 'active'`,
      `${FIRST_DAY} BETWEEN ${bind(from)}::date AND ${bind(to)}::date`,
      ...conditionsOf(criteriaOf(filters), bind),
    ];
    return `SELECT ${GROUPS[by]} AS value, count(*)::int AS incidents,
        coalesce(sum(killed_best), 0)::float8 AS killed
      FROM incident WHERE ${conditions.join(' AND ')}
      GROUP BY 1 ORDER BY ${by === 'day' ? '1' : '2 DESC, 1'}`;
  });

export async function countIncidents(db: Queryable, query: CountsQuery): Promise<Counts> {
  const { sql, params } = countsStatement(query);
  const { by, from, to } = query;
  return { by, from, to, items: await db.query<Count>(sql, params) };
}
