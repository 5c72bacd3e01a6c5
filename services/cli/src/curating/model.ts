/** What the deduplicator's API tells; its own types are `services/deduplicator/src/api/curation-answers.ts`. */
export interface CurationChange {
  readonly incidentId: string;
  readonly change: 'created' | 'updated' | 'merged' | 'split' | 'retracted';
  readonly revision: number;
  readonly lifecycle: 'active' | 'merged' | 'retracted';
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

/** An analyst's command as it was given. */
export interface CommandView {
  readonly commandId: string;
  readonly action: 'merge' | 'split' | 'retract';
  readonly incidentId: string;
  readonly otherIncidentIds: readonly string[];
  readonly mentionIds: readonly string[];
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

/** A command as it is asked for. */
export interface CurationRequest {
  readonly action: CommandView['action'];
  readonly incidentId: string;
  readonly otherIncidentIds?: readonly string[];
  readonly mentionIds?: readonly string[];
  readonly reason: string;
  readonly by: string;
  /** A call that is made again is then the same command. */
  readonly commandId: string;
}

export interface MentionView {
  readonly mentionId: string;
  readonly articleId: string;
  readonly url: string;
  readonly title: string;
  readonly publishedAt: string | null;
  readonly summary: string;
}

/** Of an incident what is shown; `--json` prints all that came. */
export interface IncidentView {
  readonly incident: {
    readonly incidentId: string;
    readonly revision: number;
    readonly lifecycle: CurationChange['lifecycle'];
    readonly evidence: string;
    readonly retraction: { readonly reason: string; readonly at: string } | null;
    readonly summary: string;
    readonly where: { readonly place: string | null; readonly countryIso3: string | null };
    readonly when: { readonly start: string | null; readonly end: string | null };
    readonly casualties: { readonly killed: { readonly best: number | null } | null };
    readonly articleCount: number;
    readonly independentSourceCount: number;
    readonly conflicts: readonly { readonly field: string }[];
  };
  readonly forwardedFrom: string | null;
  readonly mentions: readonly MentionView[];
  readonly curations: readonly CommandView[];
}
