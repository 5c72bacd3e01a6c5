import type { CasualtyFigure, Incident, IncidentRevised } from '@tocsin/contracts';
import { closestSource } from '../evidence/who-says.js';
import { CASUALTIES, figure } from '../model/format-figures.js';
import { placeName } from '../model/format-place.js';
import { span } from '../model/format-time.js';
import { titleOf } from '../model/incident-kind.js';

/** One field that changed: `killed 3 → 7, hospital`. */
export interface HistoryLine {
  readonly label: string;
  /** Null where there was nothing before. */
  readonly before: string | null;
  readonly after: string;
  /** Who says so, for a figure. */
  readonly who: string | null;
}

/** One revision as a sentence or a few. */
export interface HistoryEntry {
  readonly revision: number;
  /** When the newest article of this revision was seen, ISO 8601. */
  readonly at: string;
  readonly headline: string;
  readonly reason: string;
  readonly lines: readonly HistoryLine[];
}

const HEADLINES: Readonly<Record<IncidentRevised['change'], string>> = {
  created: 'First report',
  updated: 'Updated',
  merged: 'Merged',
  split: 'Split',
  retracted: 'Retracted',
};

/** How the incident became what it is, newest first. */
export function historyOf(revisions: readonly IncidentRevised[]): HistoryEntry[] {
  const ordered = revisions.toSorted((a, b) => a.incident.revision - b.incident.revision);
  return ordered
    .map(({ incident, change, reason }, at): HistoryEntry => {
      const before = ordered[at - 1]?.incident;
      return {
        revision: incident.revision,
        at: incident.retraction?.at ?? incident.lastSeenAt,
        headline: HEADLINES[change],
        reason: incident.retraction?.reason ?? reason,
        lines: before ? differences(before, incident) : differences(null, incident),
      };
    })
    .reverse();
}

/** Each field that one would tell of, as text; what is equal as text has not changed for a reader. */
const FIELDS: readonly (readonly [string, (incident: Incident) => string | null])[] = [
  ['kind', titleOf],
  ['place', ({ where }) => placeName(where)],
  ['day', ({ when }) => span(when)],
  ['evidence', ({ evidence }) => evidence],
  ['sources', ({ independentSourceCount }) => String(independentSourceCount)],
  ['articles', ({ articleCount }) => String(articleCount)],
  ['actors', ({ actors }) => listed(actors)],
  ['victims', ({ victims }) => listed(victims)],
  ['merged into', ({ mergedInto }) => mergedInto],
];

const listed = (people: readonly { readonly words: string; readonly name?: string }[]) =>
  people.length === 0 ? null : people.map(({ words, name }) => name ?? words).join(', ');

function differences(before: Incident | null, after: Incident): HistoryLine[] {
  const fields = FIELDS.flatMap(([label, read]): HistoryLine[] => {
    const [was, is] = [before && read(before), read(after)];
    return is === null || was === is ? [] : [{ label, before: was, after: is, who: null }];
  });
  return [...tolls(before, after), ...fields];
}

function tolls(before: Incident | null, after: Incident): HistoryLine[] {
  return CASUALTIES.flatMap((kind): HistoryLine[] => {
    const [was, is] = [textOf(before?.casualties[kind]), textOf(after.casualties[kind])];
    if (was === is) return [];
    const who = whoToldFigure(after, after.casualties[kind]);
    return [{ label: kind, before: was, after: is ?? 'no longer reported', who }];
  });
}

const textOf = (of: CasualtyFigure | null | undefined): string | null => (of ? figure(of) : null);

function whoToldFigure({ claims }: Incident, of: CasualtyFigure | null): string | null {
  for (const index of of?.claims ?? []) {
    const sourced = claims[index];
    const who = sourced && closestSource(sourced.claim);
    if (who) return who;
  }
  return null;
}
