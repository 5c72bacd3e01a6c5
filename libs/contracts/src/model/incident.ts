import Type, { type Static } from 'typebox';
import { Actor, Casualties, Claim, Target, Victim, What, When, Where } from './mention.js';

const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const closed = { additionalProperties: false } as const;

/** A claim together with the article and mention that it comes from. */
export const SourcedClaim = Type.Object(
  { articleId: Type.String(), mentionId: Type.String(), url: Type.String(), claim: Claim },
  closed,
);
export type SourcedClaim = Static<typeof SourcedClaim>;

/** Claims of one field that cannot all be true, side by side. */
export const Conflict = Type.Object(
  { field: Type.String(), claims: Type.Array(SourcedClaim) },
  closed,
);
export type Conflict = Static<typeof Conflict>;

/** One article that tells of the incident. */
export const IncidentSource = Type.Object(
  {
    articleId: Type.String(),
    url: Type.String(),
    title: Type.String(),
    siteName: nullable(Type.String()),
    publishedAt: nullable(Type.String()),
    /** Copies of one text share one: they are one source. */
    syndicationId: Type.String(),
    mentionIds: Type.Array(Type.String()),
  },
  closed,
);
export type IncidentSource = Static<typeof IncidentSource>;

/** What all mentions together say: stable id, growing revision. */
export const Incident = Type.Object(
  {
    /** Derived from the founding mention; never changes, merged ones forward for ever. */
    incidentId: Type.String({ minLength: 1 }),
    revision: Type.Integer({ minimum: 1 }),
    lifecycle: Type.Enum(['active', 'merged', 'retracted']),
    evidence: Type.Enum(['candidate', 'corroborated', 'disputed']),
    conflicts: Type.Array(Conflict),
    supersedes: Type.Array(Type.String()),
    mergedInto: nullable(Type.String()),
    retraction: nullable(Type.Object({ reason: Type.String(), at: Type.String() }, closed)),
    /** One sentence, a slice of the best source's text. */
    summary: Type.String(),
    what: What,
    when: When,
    where: Where,
    actors: Type.Array(Actor),
    victims: Type.Array(Victim),
    targets: Type.Array(Target),
    casualties: Casualties,
    /** The claims that `claims` indexes of the fields above point into. */
    claims: Type.Array(SourcedClaim),
    articleCount: Type.Integer({ minimum: 0 }),
    independentSourceCount: Type.Integer({ minimum: 0 }),
    firstSeenAt: Type.String(),
    lastSeenAt: Type.String(),
    /** In `incident-revised` all of them, in `incident-updated` the best few. */
    sources: Type.Array(IncidentSource),
    /** W3C trace context of the fetch that began it. */
    traceparent: nullable(Type.String()),
  },
  closed,
);
export type Incident = Static<typeof Incident>;
