import {
  ACLED_SUB_EVENTS,
  type AcledSubEventType,
  type Actor,
  type Family,
  type Instrument,
  type Victim,
  type What,
} from '@tocsin/contracts';
import { type Sense, senseOf } from '../lexicon/triggers.js';
import type { TypeChoice } from './choose-type.js';
import type { TypeFacts } from './type-facts.js';
import type { Outcome } from './type-rules.js';

/** The sub-event of an outcome that ACLED does not code: the nearest that it has. */
const SUBS: Readonly<Partial<Record<Outcome, AcledSubEventType>>> = {
  ...(Object.fromEntries(Object.keys(ACLED_SUB_EVENTS).map((sub) => [sub, sub])) as Partial<
    Record<Outcome, AcledSubEventType>
  >),
  crime: 'Other',
  verbal: 'Other',
  claim: 'Other',
};
const STATE = new Set(['police', 'military']);
const ARMED = new Set(['rebel', 'militia', 'military', 'external']);
const AGAINST_CIVILIANS = new Set<string>([
  'Attack',
  'Sexual violence',
  'Abduction/forced disappearance',
]);
/** Without an armed or political party these are crimes. */
const PLAIN: ReadonlySet<string> = new Set([
  'Attack',
  'Sexual violence',
  'Looting/property destruction',
]);
/** What is done for politics' sake, whoever it is done to. */
const POLITICAL_ACTS = new Set(['assassinate', 'behead']);

/** Who takes part in a mention, as it was assembled. */
export interface Participants {
  readonly actors: readonly Actor[];
  readonly victims: readonly Victim[];
  readonly instruments: readonly Instrument[];
}

/** A type's codes, from the outcome that was chosen, the senses and the parties. */
export function classify({ facts, outcome }: TypeChoice, participants: Participants): What {
  const { senses } = facts;
  const { actors, victims, instruments } = participants;
  const hazard = senses.find((sense) => sense.hazard)?.hazard ?? shotOf(senses);
  const family = familyOf(facts, actors, outcome, hazard);
  const natural = family === 'accident' || family === 'disaster';
  const nobody = natural || outcome === 'self-harm';
  const sub = nobody || isHarmAlone(family, senses) ? null : (SUBS[outcome] ?? null);
  const lead = leading(facts, sub);
  const modes = nobody ? [] : senses.flatMap(({ mode }) => mode ?? []);
  const civilians = victims.some((v) => !STATE.has(v.type ?? '') && v.type !== 'rebel');
  return {
    family,
    acledEventType: sub ? ACLED_SUB_EVENTS[sub] : null,
    acledSubEventType: sub,
    ploverType: nobody ? null : outcome === 'claim' ? 'ACCUSE' : (lead?.plover ?? null),
    modes: [
      ...new Set([...(outcome === 'claim' ? ['allege'] : lead?.mode ? [lead.mode] : []), ...modes]),
    ],
    contexts: [...new Set([...(family === 'crime' ? ['crime'] : []), ...contextsOf(senses)])],
    ucdpTypeOfViolence: violence(actors, sub),
    hazardType: natural ? hazard : null,
    civilianTargeting: civilians && AGAINST_CIVILIANS.has(sub ?? ''),
    instruments: [...instruments],
  };
}

/** "was found dead": of what no word tells how, nothing says that someone did it. */
const isHarmAlone = (family: Family, senses: readonly Sense[]): boolean =>
  family === 'unknown' && senses.every(({ group }) => group === 'harm');

/** EM-DAT's miscellaneous accidents hold shootings that no one meant. */
const shotOf = (senses: readonly Sense[]): string | null =>
  senses.some(({ mode }) => mode === 'firearms') ? SHOT : null;
const SHOT = senseOf('accidental-shooting').hazard ?? null;

const contextsOf = (senses: readonly Sense[]): string[] =>
  senses.flatMap(({ context }) => context ?? []);

/** The sense whose PLOVER type the mention has: one of its sub-event, else the heaviest. */
function leading({ senses }: TypeFacts, sub: AcledSubEventType | null): Sense | undefined {
  return senses.find((sense) => sense.sub === sub && sense.plover) ?? senses.find((s) => s.plover);
}

function familyOf(
  { eventClass, senses, agents, patients, cues }: TypeFacts,
  actors: readonly Actor[],
  outcome: Outcome,
  hazard: string | null,
): Family {
  // "his mother's body was found": no word says what happened.
  if (outcome === 'self-harm' || senses.length === 0) return 'unknown';
  if (outcome === 'crime') return 'crime';
  if (outcome === 'accident' || eventClass === 'accident') return 'accident';
  if (outcome === 'disaster' || eventClass === 'disaster') return 'disaster';
  const best = senses[0];
  if (best?.family === 'accident') return 'accident';
  const armed =
    actors.some((a) => ARMED.has(a.organisationClass ?? '')) ||
    ['rebel', 'military'].some((name) => agents.has(name) || patients.has(name));
  if (
    (eventClass === 'arrest' || eventClass === 'weapons') &&
    !armed &&
    !isPolitical([...agents, ...patients])
  )
    return 'crime';
  if (armed || best?.family === 'political') {
    return !armed && isPlain(best, [...agents, ...patients], cues) ? 'crime' : 'political';
  }
  if (best?.id === 'explosion' && hazard) return 'unknown';
  return best?.family ?? 'unknown';
}

/**
 * Violence of which no party is of politics. An attack is anybody's: only among mere people, and with no word of terror, is
 * it a crime.
 */
function isPlain(
  best: Sense | undefined,
  parties: readonly string[],
  cues: TypeFacts['cues'],
): boolean {
  if (!best?.sub || !PLAIN.has(best.sub) || POLITICAL_ACTS.has(best.id)) return false;
  if (best.id !== 'attack') return best.sub === 'Attack' || !isPolitical(parties);
  const terror = cues.has('intent') || cues.has('insurgent-words');
  return !terror && parties.length > 0 && parties.every((name) => PEOPLE.has(name));
}

const PEOPLE: ReadonlySet<string> = new Set(['civilian', 'criminal']);

/** Whose arrest and whose weapons are political: of other people they are a matter of crime. */
const POLITICAL =
  /^(?:named .*|rebel|militia|military|protester|rioter|politician|government|journalist|clergy|student|external)$/;

const isPolitical = (classes: readonly string[]): boolean =>
  classes.some((name) => POLITICAL.test(name));

function violence(actors: readonly Actor[], sub: AcledSubEventType | null): 1 | 2 | 3 | null {
  if (sub === 'Attack') return actors.some((a) => ARMED.has(a.organisationClass ?? '')) ? 3 : null;
  if (sub === 'Armed clash') return actors.some((a) => a.inter === 1) ? 1 : null;
  return null;
}
