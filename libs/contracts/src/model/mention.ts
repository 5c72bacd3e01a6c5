import Type, { type Static } from 'typebox';
import {
  AcledEventType,
  AcledSubEventType,
  ActorRole,
  CasualtyBasis,
  Family,
  Hedge,
  PloverType,
  Realis,
  Responsibility,
  SourceClass,
} from './vocabulary.js';

const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const count = Type.Integer({ minimum: 0, maximum: 100_000_000 });
const closed = { additionalProperties: false } as const;

/** One link of the chain of who says so, outermost first. `name` is as written. */
export const Attribution = Type.Object(
  { name: nullable(Type.String()), class: SourceClass },
  closed,
);
export type Attribution = Static<typeof Attribution>;

/** One value with who says so, how firmly, and the exact quote: UTF-16 offsets into the article text. */
export const Claim = Type.Object(
  {
    /** The field of the mention that this supports, e.g. `casualties.killed`, `place`, `when`, `type`. */
    field: Type.String(),
    /** The value as read, before any derivation: a number, a word, a date. */
    value: Type.Union([Type.String(), Type.Number(), Type.Null()]),
    attribution: Type.Array(Attribution),
    hedge: Hedge,
    part: Type.Enum(['title', 'body', 'caption']),
    quote: Type.String({ minLength: 1 }),
    /** UTF-16 offset into `articleText(article)`, inclusive. */
    start: Type.Integer({ minimum: 0 }),
    /** UTF-16 offset, exclusive; `text.slice(start, end) === quote`. */
    end: Type.Integer({ minimum: 0 }),
    confidence: Type.Number({ minimum: 0, maximum: 1 }),
  },
  closed,
);
export type Claim = Static<typeof Claim>;

/** Low, best and high; null = not reported. `words` keeps vague words ("dozens") as written. */
export const CasualtyFigure = Type.Object(
  {
    low: nullable(count),
    best: nullable(count),
    high: nullable(count),
    basis: CasualtyBasis,
    words: Type.Optional(Type.String()),
    /** Indexes into the mention's `claims`. */
    claims: Type.Array(Type.Integer({ minimum: 0 })),
  },
  closed,
);
export type CasualtyFigure = Static<typeof CasualtyFigure>;

/** A toll given for several places together: on each of them, never divided. */
export const Casualties = Type.Object(
  {
    killed: nullable(CasualtyFigure),
    injured: nullable(CasualtyFigure),
    missing: nullable(CasualtyFigure),
    abducted: nullable(CasualtyFigure),
    arrested: nullable(CasualtyFigure),
    perpetratorsKilled: nullable(CasualtyFigure),
    sharedToll: Type.Optional(Type.Boolean()),
  },
  closed,
);
export type Casualties = Static<typeof Casualties>;

/** `start` null: "on or before `end`". Dates are ISO 8601 days, or local date-times where given. */
export const When = Type.Object(
  {
    start: nullable(Type.String()),
    end: nullable(Type.String()),
    /** ACLED: 1 day, 2 week, 3 month. */
    timePrecision: nullable(Type.Integer({ minimum: 1, maximum: 3 })),
    /** UCDP: 1 day, 2 = 2–6 days, 3 week, 4 month, 5 over a month to a year. */
    datePrecision: nullable(Type.Integer({ minimum: 1, maximum: 5 })),
    words: nullable(Type.String()),
    claims: Type.Array(Type.Integer({ minimum: 0 })),
  },
  closed,
);
export type When = Static<typeof When>;

/** Never a coordinate finer than the text: for a country, latitude and longitude are null. */
export const Where = Type.Object(
  {
    place: nullable(Type.String()),
    admin1: nullable(Type.String()),
    admin2: nullable(Type.String()),
    countryIso3: nullable(Type.String({ pattern: '^[A-Z]{3}$' })),
    latitude: nullable(Type.Number({ minimum: -90, maximum: 90 })),
    longitude: nullable(Type.Number({ minimum: -180, maximum: 180 })),
    geonameId: nullable(Type.Integer({ minimum: 1 })),
    /** ACLED: 1 town, 2 part of a region, 3 region; null at country level. */
    geoPrecision: nullable(Type.Integer({ minimum: 1, maximum: 3 })),
    /** UCDP: 1 exact, 2 ≤ 25 km, 3 second-order division, 4 first-order, 5 line or vague, 6 country, 7 sea/air. */
    wherePrecision: nullable(Type.Integer({ minimum: 1, maximum: 7 })),
    claims: Type.Array(Type.Integer({ minimum: 0 })),
  },
  closed,
);
export type Where = Static<typeof Where>;

/** Someone who acts, intervenes or claims. */
export const Actor = Type.Object(
  {
    role: ActorRole,
    words: Type.String(),
    name: Type.Optional(Type.String()),
    countryIso3: Type.Optional(Type.String()),
    organisationClass: Type.Optional(Type.String()),
    /** PLOVER sector, e.g. GOV, MIL, COP, REB, CVL. */
    sector: Type.Optional(Type.String()),
    responsibility: Type.Optional(Responsibility),
    /** ACLED `inter`: 1 state forces … 8 external/other. */
    inter: Type.Optional(Type.Integer({ minimum: 1, maximum: 8 })),
    claims: Type.Array(Type.Integer({ minimum: 0 })),
  },
  closed,
);
export type Actor = Static<typeof Actor>;

/** Someone to whom it happened. */
export const Victim = Type.Object(
  {
    words: Type.String(),
    name: Type.Optional(Type.String()),
    age: Type.Optional(Type.Integer({ minimum: 0, maximum: 130 })),
    type: Type.Optional(Type.String()),
    number: Type.Optional(count),
    effect: Type.Optional(Type.String()),
    claims: Type.Array(Type.Integer({ minimum: 0 })),
  },
  closed,
);
export type Victim = Static<typeof Victim>;

/** Something to which it happened. */
export const Target = Type.Object(
  {
    words: Type.String(),
    type: Type.Optional(Type.String()),
    number: Type.Optional(count),
    effect: Type.Optional(Type.String()),
    claims: Type.Array(Type.Integer({ minimum: 0 })),
  },
  closed,
);
export type Target = Static<typeof Target>;

/** With what it was done. */
export const Instrument = Type.Object(
  { words: Type.String(), type: Type.Optional(Type.String()) },
  closed,
);
export type Instrument = Static<typeof Instrument>;

/** What it was, in the field's vocabularies. */
export const What = Type.Object(
  {
    family: Family,
    acledEventType: nullable(AcledEventType),
    acledSubEventType: nullable(AcledSubEventType),
    ploverType: nullable(PloverType),
    modes: Type.Array(Type.String()),
    contexts: Type.Array(Type.String()),
    ucdpTypeOfViolence: nullable(Type.Integer({ minimum: 1, maximum: 3 })),
    /** EM-DAT, as `Technological/Transport/road`. */
    hazardType: nullable(Type.String()),
    civilianTargeting: Type.Boolean(),
    instruments: Type.Array(Instrument),
  },
  closed,
);
export type What = Static<typeof What>;

/** An aggregate's scope: a running total, kept and shown, never summed into or published as an incident. */
export const Aggregate = Type.Object(
  {
    scope: Type.String(),
    asOf: nullable(Type.String()),
    includes: Type.Array(
      Type.Object(
        { mentionId: Type.String(), certainty: Type.Enum(['stated', 'possible']) },
        closed,
      ),
    ),
  },
  closed,
);
export type Aggregate = Static<typeof Aggregate>;

/** What one article version says about one incident. Immutable. */
export const Mention = Type.Object(
  {
    /** article id + version + extractor version + position. */
    mentionId: Type.String({ minLength: 1 }),
    kind: Type.Enum(['incident', 'aggregate']),
    realis: Realis,
    /** Told, but not what the article reports as news: may be linked, never founds an incident. */
    background: Type.Boolean(),
    /** The mention of the larger incident that this is part of. */
    partOf: nullable(Type.String()),
    /** One sentence of the article that tells it best; a slice of the text. */
    summary: Type.String(),
    what: What,
    when: When,
    where: Where,
    actors: Type.Array(Actor),
    victims: Type.Array(Victim),
    targets: Type.Array(Target),
    casualties: Casualties,
    aggregate: Type.Optional(Aggregate),
    claims: Type.Array(Claim),
    confidence: Type.Number({ minimum: 0, maximum: 1 }),
  },
  closed,
);
export type Mention = Static<typeof Mention>;
