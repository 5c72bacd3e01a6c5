import { AcledEventType, AcledSubEventType, Family, PloverType } from '@tocsin/contracts';
import { badQuery } from '../api/problem.js';
import { searchedDays } from '../facets/days.js';
import { FACET } from '../facets/facets-of.js';
import { fold } from '../facets/fold.js';
import { searchedStep } from '../facets/steps.js';
import { FIRST_DAY, KILLED, LAST_DAY, type COVERED, type Criterion } from './criterion.js';
import { boxCriterion, circleCriterion } from './places.js';
import { actorQuery, hasBeginning, hasPhrase, textQuery } from './text-search.js';
import { day, integer, listOf, matching, oneOf } from './values.js';

/** The other parameters, for those that go in pairs. */
type Others = Readonly<Record<string, string>>;

/** One filter: how it is described, and what it asks of an incident. */
export interface IncidentParameter {
  readonly description: string;
  readonly schema: Readonly<Record<string, unknown>>;
  readonly criterion: (value: string, others: Others) => Criterion;
}

const text = { type: 'string' } as const;
const count = { type: 'integer', minimum: 0 } as const;
const enumOf = (vocabulary: unknown): readonly string[] => (vocabulary as { enum: string[] }).enum;
const MAX_COUNT = 100_000_000;
type Column = (typeof COVERED)[number];

/** Values of a closed vocabulary, several separated by commas. */
const listed = (
  name: string,
  prefix: string,
  allowed: readonly string[],
  description: string,
  column?: Column,
): IncidentParameter => ({
  description: `${description}; several by commas.`,
  schema: { ...text, examples: [allowed[0]] },
  criterion: (value) =>
    anyOf(
      prefix,
      listOf(name, value, (one) => oneOf(name, one, allowed)),
      column,
    ),
});

/** @param column holds the same as the tokens tell, where there is one */
const anyOf = (prefix: string, values: readonly string[], column?: Column): Criterion => ({
  facets: values.map((value) => prefix + value),
  ...(column ? { columns: (bind) => `${column} = ANY(${bind(values)}::text[])` } : {}),
});

const atLeast = (name: string, token: string, column: string, what: string): IncidentParameter => ({
  description: what,
  schema: count,
  criterion: (value) => {
    const least = integer(name, value, 0, MAX_COUNT);
    const step = searchedStep(token, least);
    return {
      ...(step === undefined ? {} : { facets: [step] }),
      check: (bind) => `${column} >= ${bind(least)}`,
      ...(column === KILLED ? { bounds: 'killed' as const } : {}),
    };
  },
});

/** Text of one line, as a person gives it. */
const line = (name: string, value: string): string =>
  matching(name, value, /^[^\0]{1,200}$/s, '1 to 200 characters');

/** Every filter of incidents: lists, streams, exports and saved queries know the same ones. */
export const INCIDENT_PARAMETERS: Readonly<Record<string, IncidentParameter>> = {
  type: listed('type', FACET.type, enumOf(AcledEventType), 'ACLED event type', 'type'),
  subType: listed(
    'subType',
    FACET.subType,
    enumOf(AcledSubEventType),
    'ACLED sub-event type',
    'sub_type',
  ),
  plover: listed('plover', FACET.plover, enumOf(PloverType), 'PLOVER event type'),
  family: listed('family', FACET.family, enumOf(Family), 'Family'),
  status: listed(
    'status',
    FACET.status,
    ['candidate', 'corroborated', 'disputed'],
    'How well it is evidenced',
    'evidence',
  ),
  hazard: {
    description: 'EM-DAT hazard or a level above it: `Natural/Hydrological`.',
    schema: { ...text, examples: ['Natural/Hydrological'] },
    criterion: (value) => ({ facets: [FACET.hazard + line('hazard', value)] }),
  },
  country: {
    description: 'ISO 3166 alpha-3; several by commas.',
    schema: { ...text, examples: ['KAZ'] },
    criterion: (value) =>
      anyOf(
        FACET.country,
        listOf('country', value, (one) =>
          matching('country', one, /^[A-Z]{3}$/, 'an ISO 3166 alpha-3 code'),
        ),
        'country',
      ),
  },
  admin1: {
    description: 'First-order division by name, in any case and without marks.',
    schema: text,
    criterion: (value) => ({
      facets: [FACET.admin1 + fold(line('admin1', value))],
      implies: FACET.country,
    }),
  },
  from: {
    description: 'First day of the span that it must touch, 2022-01-06.',
    schema: { ...text, format: 'date' },
    criterion: (value, { to }) => {
      const first = day('from', value);
      const facets = to === undefined ? null : searchedDays(first, day('to', to));
      return {
        ...(facets === null ? {} : { facets }),
        check: (bind) => `${LAST_DAY} >= ${bind(first)}::date`,
      };
    },
  },
  to: {
    description: 'Last day of the span.',
    schema: { ...text, format: 'date' },
    criterion: (value) => {
      const last = day('to', value);
      return {
        check: (bind) => `${FIRST_DAY} <= ${bind(last)}::date AND ${LAST_DAY} IS NOT NULL`,
        bounds: 'start',
      };
    },
  },
  bbox: {
    description: 'west,south,east,north in degrees; west beyond east crosses the date line.',
    schema: { ...text, examples: ['76.5,43,77.5,43.5'] },
    criterion: (value) => boxCriterion('bbox', value),
  },
  near: {
    description: 'latitude,longitude in degrees: the middle of a circle of `radiusKm`.',
    schema: { ...text, examples: ['43.25,76.95'] },
    criterion: (value, { radiusKm }) => {
      if (radiusKm === undefined) throw badQuery('near needs radiusKm.');
      return circleCriterion(value, radiusKm);
    },
  },
  radiusKm: {
    description: 'Radius around `near`, up to 2000 km.',
    schema: { type: 'number', exclusiveMinimum: 0, maximum: 2_000 },
    criterion: (_, { near }) => {
      if (near === undefined) throw badQuery('radiusKm needs near.');
      return {};
    },
  },
  actor: {
    description: 'Words of an actor as named or described.',
    schema: { ...text, examples: ['rioters'] },
    criterion: (value) => {
      const checked = line('actor', value);
      actorQuery('actor', checked, () => '');
      return {
        check: (bind) => `search @@ ${actorQuery('actor', checked, bind)}`,
        narrows: true,
        rereads: true,
      };
    },
  },
  killedMin: atLeast('killedMin', FACET.killed, KILLED, 'Best figure of killed, at least.'),
  injuredMin: atLeast(
    'injuredMin',
    FACET.injured,
    'injured_best',
    'Best figure of injured, at least.',
  ),
  sourcesMin: atLeast(
    'sourcesMin',
    FACET.sources,
    'source_count',
    'Independent sources, at least.',
  ),
  article: {
    description: 'Id of an article that tells of it.',
    schema: text,
    criterion: (value) => ({
      facets: [
        FACET.article + matching('article', value, /^[A-Za-z0-9._:-]{1,128}$/, 'an article id'),
      ],
    }),
  },
  text: {
    description:
      'Words of titles, summary, places, actors or quotes: all of them; `"a phrase"`, `begin*`, `-without`, `OR`.',
    schema: { ...text, maxLength: 200, examples: ['"car bomb" OR grenad*'] },
    criterion: (value) => {
      const checked = line('text', value);
      // Read once before: a bad text is refused where the query is read.
      textQuery('text', checked, () => '');
      return {
        check: (bind) => `search @@ ${textQuery('text', checked, bind)}`,
        narrows: true,
        rereads: hasPhrase(checked),
        gathers: hasBeginning(checked),
      };
    },
  },
};

/**
 * What the given filters ask for.
 * @param given parameters that are known, each once
 */
export const criteriaOf = (given: Others): Criterion[] =>
  Object.entries(given).flatMap(([name, value]) => {
    const parameter = Object.hasOwn(INCIDENT_PARAMETERS, name)
      ? INCIDENT_PARAMETERS[name]
      : undefined;
    return parameter ? [parameter.criterion(value, given)] : [];
  });
