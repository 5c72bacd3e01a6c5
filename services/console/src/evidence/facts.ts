import type { Actor, Incident, SourcedClaim, Target, Victim } from '@tocsin/contracts';
import { CASUALTIES, figure } from '../model/format-figures.js';
import { placeName, precisionWords } from '../model/format-place.js';
import { span } from '../model/format-time.js';
import { titleOf } from '../model/incident-kind.js';

/** One value with what it rests on. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  /** How to read it: precision, role, basis. */
  readonly notes: readonly string[];
  readonly claims: readonly SourcedClaim[];
}

export interface FactSection {
  readonly title: string;
  readonly facts: readonly Fact[];
}

/** What, where, when, who and how many; what nobody told is left out. */
export function sectionsOf(incident: Incident): FactSection[] {
  return [
    { title: 'What', facts: whatFacts(incident) },
    { title: 'Where', facts: [whereFact(incident)] },
    { title: 'When', facts: [whenFact(incident)] },
    { title: 'Who', facts: whoFacts(incident) },
    { title: 'How many', facts: tollFacts(incident) },
  ].filter(({ facts }) => facts.length > 0);
}

const told = (...notes: (string | null | undefined | false)[]): string[] =>
  notes.filter((note): note is string => typeof note === 'string' && note !== '');

const pick = ({ claims }: Incident, indexes: readonly number[]): SourcedClaim[] =>
  indexes.flatMap((index) => claims[index] ?? []);

/** Kinds carry no list of claims: theirs are known by their field. */
const ofField = ({ claims }: Incident, ...fields: string[]): SourcedClaim[] =>
  claims.filter(({ claim }) => fields.includes(claim.field));

const UCDP = ['state-based violence', 'non-state violence', 'one-sided violence'];

function whatFacts(incident: Incident): Fact[] {
  const { what } = incident;
  const type = what.acledEventType === titleOf(incident) ? null : what.acledEventType;
  const main: Fact = {
    label: what.family,
    value: titleOf(incident),
    notes: told(
      type,
      what.ploverType && `PLOVER ${[what.ploverType, ...what.modes].join(', ')}`,
      what.ucdpTypeOfViolence !== null && `UCDP ${UCDP[what.ucdpTypeOfViolence - 1]}`,
      what.hazardType && `EM-DAT ${what.hazardType.replaceAll('/', ' › ')}`,
      what.contexts.length > 0 && what.contexts.join(', '),
      what.civilianTargeting && 'against civilians',
    ),
    claims: ofField(incident, 'what', 'type'),
  };
  const instruments = what.instruments.map(({ words, type: kind }) => ({
    label: 'with',
    value: words,
    notes: told(kind),
    claims: ofField(incident, 'instruments').filter(({ claim }) => claim.value === words),
  }));
  return [main, ...instruments];
}

function whereFact(incident: Incident): Fact {
  const { where } = incident;
  const { latitude, longitude } = where;
  return {
    label: 'place',
    value: placeName(where),
    notes: told(
      precisionWords(where.wherePrecision),
      latitude !== null && longitude !== null && `${latitude.toFixed(3)}, ${longitude.toFixed(3)}`,
    ),
    claims: pick(incident, where.claims),
  };
}

const TIME_PRECISION = ['to the day', 'to the week', 'to the month'];

function whenFact(incident: Incident): Fact {
  const { when } = incident;
  return {
    label: 'day',
    value: span(when),
    notes: told(
      when.words && `“${when.words}”`,
      when.timePrecision !== null && TIME_PRECISION[when.timePrecision - 1],
    ),
    claims: pick(incident, when.claims),
  };
}

function whoFacts(incident: Incident): Fact[] {
  const actor = ({
    role,
    words,
    name,
    sector,
    organisationClass,
    responsibility,
    claims,
  }: Actor): Fact => ({
    label: role,
    value: name ?? words,
    notes: told(
      name !== undefined && name !== words && words,
      organisationClass ?? sector,
      responsibility && responsibility !== 'fact' && responsibility.replaceAll('-', ' '),
    ),
    claims: pick(incident, claims),
  });
  const victim = ({ words, name, age, type, number, effect, claims }: Victim): Fact => ({
    label: 'victim',
    value: name ?? words,
    notes: told(
      name !== undefined && name !== words && words,
      age !== undefined && `aged ${age}`,
      type,
      number !== undefined && `${number}`,
      effect,
    ),
    claims: pick(incident, claims),
  });
  const target = ({ words, type, effect, claims }: Target): Fact => ({
    label: 'target',
    value: words,
    notes: told(type, effect),
    claims: pick(incident, claims),
  });
  return [
    ...incident.actors.map(actor),
    ...incident.victims.map(victim),
    ...incident.targets.map(target),
  ];
}

const BASES: Readonly<Record<string, string>> = {
  counted: 'counted from names',
  vague: 'from vague words',
  derived: 'derived',
  shared: 'told for several places together',
};

function tollFacts(incident: Incident): Fact[] {
  const { casualties } = incident;
  return [...CASUALTIES, 'perpetratorsKilled' as const].flatMap((name) => {
    const of = casualties[name];
    if (of === null) return [];
    const isShared = casualties.sharedToll === true && of.basis !== 'shared';
    return {
      label: name === 'perpetratorsKilled' ? 'perpetrators killed' : name,
      value: figure(of),
      notes: told(BASES[of.basis], isShared && BASES['shared']),
      claims: pick(incident, of.claims),
    };
  });
}
