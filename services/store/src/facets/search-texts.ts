import type { Incident } from '@tocsin/contracts';
import { fold } from './fold.js';

/** What of an incident is searched as text, in the four weights of PostgreSQL. */
export interface SearchTexts {
  /** Titles and summary. */
  readonly a: string;
  /** Places. */
  readonly b: string;
  /** Actors. */
  readonly c: string;
  /** Victims, targets and the claims' quotes. */
  readonly d: string;
}

/** Characters of one weight; a tsvector holds positions up to 16,383 and 1 MB. */
const MAX_LENGTH = 20_000;

/** The texts without marks and repetitions: twenty reports of one thing mostly quote the same words. */
export function searchTexts(incident: Incident): SearchTexts {
  const { where, actors, victims, targets, claims } = incident;
  return {
    a: joined([incident.summary, ...incident.sources.map(({ title }) => title)]),
    b: joined([where.place, where.admin1, where.admin2]),
    c: joined(actors.flatMap(({ name, words }) => [name, words])),
    d: joined([
      ...victims.flatMap(({ name, words }) => [name, words]),
      ...targets.map(({ words }) => words),
      ...claims.map(({ claim }) => claim.quote),
    ]),
  };
}

/** Each text once, in order. */
function joined(texts: readonly (string | null | undefined)[]): string {
  const folded = new Set<string>();
  let length = 0;
  for (const text of texts) {
    if (!text || length > MAX_LENGTH) continue;
    folded.add(fold(text.slice(0, MAX_LENGTH)));
    length += text.length;
  }
  return [...folded].join(' . ').slice(0, MAX_LENGTH);
}
