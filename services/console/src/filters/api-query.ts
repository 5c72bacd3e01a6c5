import { kindNamed } from '../model/incident-kind.js';
import { LISTED_FIELDS } from '../model/listed-incident.js';
import type { Filters } from './filters.js';

/** Rows in one answer: the API's most. */
export const PAGE_SIZE = 500;

/**
 * The API's query for filters. A kind that the API has no parameter for is left to `matches`.
 *
 * @param known names of the parameters that this API takes
 */
export function apiQuery(filters: Filters, known: ReadonlySet<string>): URLSearchParams {
  const query = new URLSearchParams({ limit: String(PAGE_SIZE), sort: filters.sort });
  const { kind, country, from, to, killedMin, evidence, text } = filters;
  if (known.has('fields')) query.set('fields', LISTED_FIELDS.join());
  const acled = kind === null ? null : kindNamed(kind).acledEventType;
  if (acled !== null) query.set('type', acled);
  if ((kind === 'accident' || kind === 'disaster') && known.has('family'))
    query.set('family', kind);
  if (evidence !== null && known.has('status')) query.set('status', evidence);
  for (const [name, value] of Object.entries({ country, from, to, killedMin, text })) {
    if (value !== null) query.set(name, String(value));
  }
  return query;
}
