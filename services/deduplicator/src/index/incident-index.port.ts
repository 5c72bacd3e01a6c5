import type { Incident, Mention } from '@tocsin/contracts';
import type {
  ComparableMention,
  LinkableMention,
  LinkGraph,
  LinkScore,
  Retraction,
} from '@tocsin/dedup';

/** A mention as the index keeps it. */
export interface IndexedMention extends LinkableMention {
  readonly mention: Mention;
  /** Given once, never again: what links and cells name it by. */
  readonly number: number;
  /** Mentions that links connect share one, with some perhaps that they connect no longer; null until grouped. */
  readonly component: number | null;
  /** Null while nothing founds an incident with it. */
  readonly incidentId: string | null;
  /** Whether it speaks for those that say the same. */
  readonly isDelegate: boolean;
  /** An analyst's word that what it tells is not so. */
  readonly retraction: Retraction | null;
}

/** Where a mention belongs from now on. */
export interface Assignment {
  readonly mentionId: string;
  readonly incidentId: string | null;
  readonly component: number;
}

/** A link as it is written: with its explanation. */
export interface NewLink {
  readonly a: string;
  readonly b: string;
  readonly score: number;
  readonly features: LinkScore['features'];
}

/** The live neighbourhood of a batch: the mentions whose grouping it may change, and every link among their places. */
export interface Neighbourhood {
  readonly mentions: readonly IndexedMention[];
  readonly links: LinkGraph;
}

/** What tells whether an incident has to be told anew. */
export interface KnownIncident extends Pick<Incident, 'lifecycle' | 'retraction'> {
  readonly incidentId: string;
  /** Event time of its founding, ms since the epoch. */
  readonly foundedAt: number;
}

/** An incident as the index keeps it. */
export interface IndexedIncident extends Pick<KnownIncident, 'incidentId' | 'foundedAt'> {
  readonly snapshot: Incident;
}

/** The memory of mentions, links and incidents. Bound to one transaction. */
export interface IncidentIndex {
  /** Removes the mentions of the articles, with their cells and links, and gives them back. */
  removeMentionsOf(articleIds: readonly string[]): Promise<IndexedMention[]>;
  /** `cells[i]` are those that `mentions[i]` is filed under. */
  addMentions(
    mentions: readonly { readonly articleId: string; readonly mention: Mention }[],
    cells: readonly (readonly string[])[],
  ): Promise<void>;
  /** The mentions filed under each of the cells: all of them, or those that speak for their crowds. */
  mentionsIn(
    cells: readonly string[],
    which: 'all' | 'delegates',
  ): Promise<Map<string, ComparableMention[]>>;
  /** Changes the sizes of crowds, by signature. @returns the sizes that they have now */
  countCrowds(changes: ReadonlyMap<string, number>): Promise<Map<string, number>>;
  /**
   * Lets the mentions of each signature speak from its level on; links of two that don't count no longer.
   * @returns those that speak now and did not before, and those that do no longer
   */
  delegate(
    leastLevels: ReadonlyMap<string, number>,
  ): Promise<{ promoted: IndexedMention[]; demotedIds: string[] }>;
  /** Per pair once; those of one `a` take the place of the ones that it had. */
  addLinks(links: readonly NewLink[]): Promise<void>;
  /** The components of these mentions and of the members of these incidents. */
  reached(mentionIds: readonly string[], incidentIds: readonly string[]): Promise<number[]>;
  /** All mentions of these components, those of the named ones that are in none yet, and the links among them. */
  neighbourhood(
    components: readonly number[],
    mentionIds: readonly string[],
  ): Promise<Neighbourhood>;
  /** Incidents that have mentions of these articles. */
  incidentsOf(articleIds: readonly string[]): Promise<string[]>;
  /** Without what they say, which may be much. */
  known(incidentIds: readonly string[]): Promise<KnownIncident[]>;
  /** What these incidents say, by id. */
  snapshots(incidentIds: readonly string[]): Promise<Map<string, Incident>>;
  /** What each of the ids names today: the incident itself, or the one that it was merged into at last. */
  forwarded(incidentIds: readonly string[]): Promise<Map<string, IndexedIncident>>;
  /** Of each incident at most so many mentions: those named first, then the earliest. */
  membersOf(
    incidentIds: readonly string[],
    first: readonly string[],
    limit: number,
  ): Promise<IndexedMention[]>;
  saveIncidents(incidents: readonly IndexedIncident[]): Promise<void>;
  assign(assignments: readonly Assignment[]): Promise<void>;
}
