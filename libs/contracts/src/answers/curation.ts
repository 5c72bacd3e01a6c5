import Type, { type Static } from 'typebox';
import type { Incident } from '../model/incident.js';
import type { IncidentCurated, IncidentRevised } from '../model/records.js';

const closed = { additionalProperties: false } as const;
const id = Type.String({ pattern: '^[A-Za-z0-9._:-]{1,128}$' });
const ids = (maxItems: number) => Type.Array(id, { maxItems, uniqueItems: true });
const text = (maxLength: number) => Type.String({ pattern: '\\S', maxLength });

/** Body of `POST /v1/curations` and `/v1/curations/preview`: what an analyst wants done with an incident. */
export const CurationRequest = Type.Object(
  {
    action: Type.Enum(['merge', 'split', 'retract']),
    incidentId: id,
    /** Merge: the others. */
    otherIncidentIds: Type.Optional(ids(20)),
    /** Split: the mentions that leave. */
    mentionIds: Type.Optional(ids(200)),
    reason: text(1_000),
    by: text(200),
    /** Makes a repeated call the same command; else each call is one of its own. */
    commandId: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9._-]{8,100}$' })),
  },
  closed,
);
export type CurationRequest = Static<typeof CurationRequest>;

/** What a command does to one incident, without its evidence. */
export interface CurationChange {
  readonly incidentId: string;
  readonly change: IncidentRevised['change'];
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

/** A command as people read it: without what is told of its incidents. */
export type CommandView = Omit<IncidentCurated, 'subjects'>;

/** What is told of an incident in one of its mentions. */
export interface MentionView {
  readonly mentionId: string;
  readonly articleId: string;
  readonly url: string;
  readonly title: string;
  readonly publishedAt: string | null;
  readonly summary: string;
}

/** `GET /v1/curations/incidents/:id`: an incident as an analyst needs it. */
export interface CuratedIncident {
  /** The newest snapshot, at most 64 KB of it. */
  readonly incident: Incident;
  /** The id that was asked for, where that one was merged away. */
  readonly forwardedFrom: string | null;
  /** The earliest 400. */
  readonly mentions: readonly MentionView[];
  /** The commands that name any of its articles, in the order in which they were given. */
  readonly curations: readonly CommandView[];
}
