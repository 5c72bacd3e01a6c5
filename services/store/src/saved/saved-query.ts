import { badQuery } from '../api/problem.js';
import { parseIncidentQuery } from '../queries/incident-query.js';
import { INCIDENT_PARAMETERS } from '../queries/incident-parameters.js';

/** Filters as a list of incidents takes them: parameter → text. */
export type Filters = Readonly<Record<string, string>>;

/** A named filter. Times are ISO 8601. */
export interface SavedQuery {
  readonly id: string;
  readonly name: string;
  readonly filters: Filters;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface SavedQueryDraft {
  readonly name: string;
  readonly filters: Filters;
}

const NAMES = ['name', 'filters'];

/**
 * A body as the parts of a saved query that it gives.
 * @throws ProblemError 400
 */
export function checkedQuery(body: unknown): Partial<SavedQueryDraft> {
  const given = (body ?? {}) as Record<string, unknown>;
  const unknown = Object.keys(given).find((name) => !NAMES.includes(name));
  if (unknown !== undefined) throw badQuery(`${unknown} is nothing that a saved query has.`);
  return {
    ...(given['name'] === undefined ? {} : { name: checkedName(given['name']) }),
    ...(given['filters'] === undefined ? {} : { filters: checkedFilters(given['filters']) }),
  };
}

/** @throws ProblemError 400 */
export function checkedNewQuery(body: unknown): SavedQueryDraft {
  const { name, filters } = checkedQuery(body);
  if (name === undefined || filters === undefined) {
    throw badQuery('A saved query has a name and filters.');
  }
  return { name, filters };
}

function checkedName(name: unknown): string {
  if (typeof name !== 'string' || !/^[^\0]{1,100}$/s.test(name)) {
    throw badQuery('name must be a text of 1 to 100 characters.');
  }
  return name.toWellFormed();
}

/** Filters alone: order, pages and times of change are those of whoever reads. */
function checkedFilters(filters: unknown): Filters {
  if (typeof filters !== 'object' || filters === null || Array.isArray(filters)) {
    throw badQuery('filters must be an object of parameters, as {"country": "KAZ"}.');
  }
  for (const name of Object.keys(filters)) {
    if (!Object.hasOwn(INCIDENT_PARAMETERS, name)) {
      throw badQuery(`${name} is not a filter of incidents.`);
    }
  }
  // The list's own reader: what it takes can be saved, and nothing else.
  parseIncidentQuery(filters as Record<string, unknown>);
  return filters as Filters;
}
