import type { ListedIncident } from '../model/listed-incident.js';
import { kindOf } from '../model/incident-kind.js';
import type { Filters } from './filters.js';

/**
 * Whether a changed incident belongs to what is shown: the API's conditions, said again for those that come by
 * the stream. Words are the database's business: with a text among the filters the answer is `ask`.
 */
export function matches(incident: ListedIncident, filters: Filters): boolean | 'ask' {
  const { kind, country, from, to, killedMin, evidence, text } = filters;
  if (incident.lifecycle !== 'active') return false;
  if (kind !== null && kindOf(incident).key !== kind) return false;
  if (country !== null && incident.where.countryIso3 !== country) return false;
  if (killedMin !== null && (incident.casualties.killed?.best ?? -1) < killedMin) return false;
  if (evidence !== null && incident.evidence !== evidence) return false;
  const { start, end } = incident.when;
  const last = (end ?? start)?.slice(0, 10);
  const first = (start ?? end)?.slice(0, 10);
  if (from !== null && (last === undefined || last < from)) return false;
  if (to !== null && (first === undefined || first > to)) return false;
  return text === null ? true : 'ask';
}
