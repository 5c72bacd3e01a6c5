import type { Incident } from '@tocsin/contracts';
import { dayOf } from '../tables/day-of.js';
import { cellsOf } from './cells.js';
import { writtenDays } from './days.js';
import { fold } from './fold.js';
import { writtenSteps } from './steps.js';

/** How the tokens of each list begin; searching and writing must agree. */
export const FACET = {
  type: 't:',
  subType: 's:',
  plover: 'p:',
  hazard: 'h:',
  family: 'f:',
  status: 'e:',
  /** Only of those that are no longer active: nearly all are. */
  lifecycle: 'y:',
  country: 'c:',
  admin1: 'a:',
  article: 'r:',
  killed: 'k',
  injured: 'i',
  sources: 'n',
} as const;

/** A hostile snapshot may name any number of articles; beyond these they aren't found by article. */
const MAX_ARTICLES = 500;

/**
 * What an incident can be filtered by, as tokens of one inverted index: any combination of filters is one
 * look-up that meets only what satisfies all of them. Figures, days and points are narrowed by it and then
 * checked exactly.
 */
export function facetsOf(incident: Incident): string[] {
  const { what, when, where, casualties, sources } = incident;
  const days = [dayOf(when.start) ?? dayOf(when.end), dayOf(when.end) ?? dayOf(when.start)];
  const [first, last] = days.toSorted() as [string | null, string | null];
  const located = where.latitude !== null && where.longitude !== null;
  return [
    ...named(FACET.type, what.acledEventType),
    ...named(FACET.subType, what.acledSubEventType),
    ...named(FACET.plover, what.ploverType),
    ...hazards(what.hazardType),
    ...named(FACET.family, what.family),
    ...named(FACET.status, incident.evidence),
    ...named(FACET.lifecycle, incident.lifecycle === 'active' ? null : incident.lifecycle),
    ...named(FACET.country, where.countryIso3),
    ...named(FACET.admin1, where.admin1 === null ? null : fold(where.admin1)),
    ...writtenSteps(FACET.killed, casualties.killed?.best ?? null),
    ...writtenSteps(FACET.injured, casualties.injured?.best ?? null),
    ...writtenSteps(FACET.sources, incident.independentSourceCount),
    ...(first !== null && last !== null ? writtenDays(first, last) : []),
    ...(located ? cellsOf(where.latitude as number, where.longitude as number) : []),
    ...sources.slice(0, MAX_ARTICLES).map(({ articleId }) => FACET.article + articleId),
  ];
}

const named = (prefix: string, value: string | null): string[] =>
  value === null || value === '' ? [] : [prefix + value];

/** `Natural/Hydrological/flood` is found by each of its levels. */
function hazards(path: string | null): string[] {
  const levels = path === null ? [] : path.split('/').slice(0, 4);
  return levels.map((_, n) => FACET.hazard + levels.slice(0, n + 1).join('/'));
}
