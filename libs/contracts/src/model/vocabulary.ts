import Type, { type Static } from 'typebox';

/** What kind of thing happened; always set. Political and crime use ACLED's types, the others EM-DAT's. */
export const Family = Type.Enum(['political', 'crime', 'accident', 'disaster', 'unknown']);
export type Family = Static<typeof Family>;

/** ACLED event types (Codebook 2024). */
export const AcledEventType = Type.Enum([
  'Battles',
  'Explosions/Remote violence',
  'Violence against civilians',
  'Protests',
  'Riots',
  'Strategic developments',
]);
export type AcledEventType = Static<typeof AcledEventType>;

/** ACLED sub-event types, each belonging to exactly one event type (see `ACLED_SUB_EVENTS`). */
export const AcledSubEventType = Type.Enum([
  'Armed clash',
  'Government regains territory',
  'Non-state actor overtakes territory',
  'Chemical weapon',
  'Air/drone strike',
  'Suicide bomb',
  'Shelling/artillery/missile attack',
  'Remote explosive/landmine/IED',
  'Grenade',
  'Sexual violence',
  'Attack',
  'Abduction/forced disappearance',
  'Peaceful protest',
  'Protest with intervention',
  'Excessive force against protesters',
  'Violent demonstration',
  'Mob violence',
  'Agreement',
  'Arrests',
  'Change to group/activity',
  'Disrupted weapons use',
  'Headquarters or base established',
  'Looting/property destruction',
  'Non-violent transfer of territory',
  'Other',
]);
export type AcledSubEventType = Static<typeof AcledSubEventType>;

/** ACLED's two-level table: the event type that each sub-event type belongs to. */
export const ACLED_SUB_EVENTS: Readonly<Record<AcledSubEventType, AcledEventType>> = {
  'Armed clash': 'Battles',
  'Government regains territory': 'Battles',
  'Non-state actor overtakes territory': 'Battles',
  'Chemical weapon': 'Explosions/Remote violence',
  'Air/drone strike': 'Explosions/Remote violence',
  'Suicide bomb': 'Explosions/Remote violence',
  'Shelling/artillery/missile attack': 'Explosions/Remote violence',
  'Remote explosive/landmine/IED': 'Explosions/Remote violence',
  Grenade: 'Explosions/Remote violence',
  'Sexual violence': 'Violence against civilians',
  Attack: 'Violence against civilians',
  'Abduction/forced disappearance': 'Violence against civilians',
  'Peaceful protest': 'Protests',
  'Protest with intervention': 'Protests',
  'Excessive force against protesters': 'Protests',
  'Violent demonstration': 'Riots',
  'Mob violence': 'Riots',
  Agreement: 'Strategic developments',
  Arrests: 'Strategic developments',
  'Change to group/activity': 'Strategic developments',
  'Disrupted weapons use': 'Strategic developments',
  'Headquarters or base established': 'Strategic developments',
  'Looting/property destruction': 'Strategic developments',
  'Non-violent transfer of territory': 'Strategic developments',
  Other: 'Strategic developments',
};

/** PLOVER event types (PLOVER codebook 2023). */
export const PloverType = Type.Enum([
  'ASSAULT',
  'PROTEST',
  'COERCE',
  'MOBILIZE',
  'THREATEN',
  'RETREAT',
  'SANCTION',
  'ACCUSE',
  'REQUEST',
  'REJECT',
  'CONSULT',
  'AGREE',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
]);
export type PloverType = Static<typeof PloverType>;

/** Whether the text says that it happened. Only `actual` and `attempted` reach the public topic. */
export const Realis = Type.Enum([
  'actual',
  'attempted',
  'planned',
  'threatened',
  'hypothetical',
  'generic',
  'negated',
]);
export type Realis = Static<typeof Realis>;

/** What an actor is to the incident. */
export const ActorRole = Type.Enum(['actor', 'perpetrator', 'intervenor', 'claimant']);
export type ActorRole = Static<typeof ActorRole>;

/** How firmly an actor is held responsible (the degrees of MUC-4). */
export const Responsibility = Type.Enum([
  'fact',
  'claimed',
  'accused-by-authorities',
  'accused',
  'possible',
  'denied',
]);
export type Responsibility = Static<typeof Responsibility>;

/** Who speaks, by class. */
export const SourceClass = Type.Enum([
  'police',
  'military',
  'government',
  'hospital',
  'court',
  'witness',
  'armed-group',
  'NGO',
  'media',
  'anonymous',
  'none',
]);
export type SourceClass = Static<typeof SourceClass>;

/** How firmly a claim is made. */
export const Hedge = Type.Enum(['asserted', 'reported', 'alleged', 'denied', 'unknown']);
export type Hedge = Static<typeof Hedge>;

/** Where a casualty figure comes from. */
export const CasualtyBasis = Type.Enum(['stated', 'counted', 'vague', 'derived', 'shared']);
export type CasualtyBasis = Static<typeof CasualtyBasis>;

/** The five casualty figures. */
export const CASUALTY_KINDS = ['killed', 'injured', 'missing', 'abducted', 'arrested'] as const;
export type CasualtyKind = (typeof CASUALTY_KINDS)[number];
