import type { Incident, Mention } from '@tocsin/contracts';
import type {
  ComparableMention,
  GroupLink,
  LinkableMention,
  LinkScore,
  Retraction,
} from '@tocsin/dedup';

/** A mention as the index keeps it. */
export interface IndexedMention extends LinkableMention {
  readonly mention: Mention;
  /** Null while nothing founds an incident with it. */
  readonly incidentId: string | null;
  /** Whether it speaks for those that say the same. */
  readonly isDelegate: boolean;
  /** An analyst's word that what it tells is not so. */
  readonly retraction: Retraction | null;
}

/** A link as it is written: with its explanation. */
export interface NewLink extends Omit<GroupLink, 'verdict'> {
  readonly features: LinkScore['features'];
}

/** The live neighbourhood of a batch: the mentions whose grouping it may change, and every link among them. */
export interface Neighbourhood {
  readonly mentions: readonly IndexedMention[];
  readonly links: readonly GroupLink[];
}

/** An incident as the index keeps it. */
export interface IndexedIncident {
  readonly incidentId: string;
  /** Event time of its founding, ms since the epoch. */
  readonly foundedAt: number;
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
   * Lets the mentions of a signature speak from a level on; links of two that don't are removed.
   * @returns those that speak now and did not before, and those that do no longer
   */
  delegate(
    signature: string,
    leastLevel: number,
  ): Promise<{ promoted: IndexedMention[]; demotedIds: string[] }>;
  addLinks(links: readonly NewLink[]): Promise<void>;
  /** The incidents of the neighbourhood that `neighbourhood` would give. */
  reached(mentionIds: readonly string[], incidentIds: readonly string[]): Promise<string[]>;
  /** Everything reachable by links from these mentions and from the members of these incidents. */
  neighbourhood(
    mentionIds: readonly string[],
    incidentIds: readonly string[],
  ): Promise<Neighbourhood>;
  /** Incidents that have mentions of these articles. */
  incidentsOf(articleIds: readonly string[]): Promise<string[]>;
  incidents(incidentIds: readonly string[]): Promise<IndexedIncident[]>;
  /** What each of the ids names today: the incident itself, or the one that it was merged into at last. */
  forwarded(incidentIds: readonly string[]): Promise<Map<string, IndexedIncident>>;
  /** Of each incident at most so many mentions: those named first, then the earliest. */
  membersOf(
    incidentIds: readonly string[],
    first: readonly string[],
    limit: number,
  ): Promise<IndexedMention[]>;
  saveIncidents(incidents: readonly IndexedIncident[]): Promise<void>;
  /** Mention id → its incident, null for none. */
  assign(incidentOf: ReadonlyMap<string, string | null>): Promise<void>;
}
