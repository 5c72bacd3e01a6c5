import type { Incident, IncidentCurated } from '@tocsin/contracts';
import type { Revision } from '../stages/revision.js';

/** What a command does to one incident, without its evidence. */
export interface CurationChange {
  readonly incidentId: string;
  readonly change: Revision['change'];
  readonly revision: number;
  readonly lifecycle: Incident['lifecycle'];
  readonly mergedInto: string | null;
  readonly summary: string;
  readonly place: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly killed: number | null;
  readonly articleCount: number;
  readonly linked: number;
  readonly unlinked: number;
}

export const changeOf = ({ incident, change, linked, unlinked }: Revision): CurationChange => ({
  incidentId: incident.incidentId,
  change,
  revision: incident.revision,
  lifecycle: incident.lifecycle,
  mergedInto: incident.mergedInto,
  summary: incident.summary,
  place: incident.where.place ?? incident.where.admin1 ?? incident.where.countryIso3,
  start: incident.when.start,
  end: incident.when.end,
  killed: incident.casualties.killed?.best ?? null,
  articleCount: incident.articleCount,
  linked: linked.length,
  unlinked: unlinked.length,
});

/** A command as people read it: without what is told of its incidents. */
export type CommandView = Omit<IncidentCurated, 'subjects'>;

export const viewOf = ({ subjects: _, ...view }: IncidentCurated): CommandView => view;

/** What is told of an incident in one of its mentions. */
export interface MentionView {
  readonly mentionId: string;
  readonly articleId: string;
  readonly url: string;
  readonly title: string;
  readonly publishedAt: string | null;
  readonly summary: string;
}

/** An incident as an analyst needs it. */
export interface IncidentView {
  /** The newest snapshot, at most 64 KB of it. */
  readonly incident: Incident;
  /** The id that was asked for, where that one was merged away. */
  readonly forwardedFrom: string | null;
  /** The earliest 400. */
  readonly mentions: readonly MentionView[];
  /** The commands that name any of its articles, in the order in which they were given. */
  readonly curations: readonly CommandView[];
}
