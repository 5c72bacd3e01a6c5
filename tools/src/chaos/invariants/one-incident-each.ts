import type { CorpusIncident } from '../../corpus/corpus.js';
import { type Verdict, verdict } from './verdict.js';

/** An incident that the store shows as active. */
export interface LiveIncident {
  readonly incidentId: string;
  readonly place: string | null;
  /** ISO days; null when unknown. */
  readonly start: string | null;
  readonly end: string | null;
  readonly articleCount: number;
}

export interface IncidentEvidence {
  readonly truth: readonly CorpusIncident[];
  readonly live: readonly LiveIncident[];
  /** Every name under which an incident of a town may be filed. */
  readonly namesOf: (town: string) => readonly string[];
}

/** I2, second half: exactly one live incident per real one, told by all of its articles. */
export function checkOneIncidentEach({ truth, live, namesOf }: IncidentEvidence): Verdict {
  const violations: string[] = [];
  const known = new Set<string>();
  for (const incident of truth) {
    const name = `${incident.town}, ${incident.day}`;
    const names = new Set(namesOf(incident.town).map(folded));
    const found = live.filter((candidate) => isSame(incident.day, names, candidate));
    for (const { incidentId } of found) known.add(incidentId);
    if (found.length !== 1) violations.push(`${name}: ${found.length} live incidents`);
    const told = incident.articleIds.length;
    for (const { incidentId, articleCount } of found) {
      if (found.length === 1 && articleCount !== told) {
        violations.push(`${name}: ${incidentId} counts ${articleCount} articles of ${told}`);
      }
    }
  }
  for (const { incidentId, place, start, end } of live) {
    if (!known.has(incidentId)) {
      violations.push(`${incidentId} is no real incident: ${place}, ${start} to ${end}`);
    }
  }
  return verdict('I2 incidents', 'One live incident per real incident.', violations);
}

function isSame(
  day: string,
  names: ReadonlySet<string>,
  { place, start, end }: LiveIncident,
): boolean {
  if (place === null || start === null) return false;
  return names.has(folded(place)) && start <= day && day <= (end ?? start);
}

/** Without accents and case. */
const folded = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
