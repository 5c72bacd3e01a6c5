import {
  ACLED_SUB_EVENTS,
  type AcledSubEventType,
  type Actor,
  type Casualties,
  type Family,
  type Instrument,
  type Victim,
  type What,
} from '@tocsin/contracts';
import type { Sense } from '../lexicon/triggers.js';
import type { Draft } from './draft.js';

/** Everything that the choice of a type looks at. */
export interface TypeEvidence {
  readonly draft: Draft;
  readonly actors: readonly Actor[];
  readonly victims: readonly Victim[];
  readonly casualties: Casualties;
  readonly instruments: readonly Instrument[];
}

const STATE = new Set(['police', 'military']);
/** Words for people that say nothing of who they are. */
const UNSPECIFIED = 'unspecified';
const ARMED = new Set(['rebel', 'militia', 'military', 'external']);

/** A type's codes by ACLED's precedence, from the senses, the parties and the outcome. */
export function classify(evidence: TypeEvidence): What {
  const senses = weigh(evidence.draft);
  const best = senses[0]?.sense;
  const hazard = senses.find(({ sense }) => sense.hazard)?.sense.hazard ?? null;
  const family = familyOf(evidence, best, hazard);
  const natural = family === 'accident' || family === 'disaster';
  const sub = natural
    ? null
    : subEvent(
        evidence,
        senses.map(({ sense }) => sense),
      );
  const lead = senses.find(({ sense }) => sense.sub === sub)?.sense ?? best;
  const civilians = evidence.victims.some((v) => !STATE.has(v.type ?? '') && v.type !== 'rebel');
  return {
    family,
    acledEventType: sub ? ACLED_SUB_EVENTS[sub] : null,
    acledSubEventType: sub,
    ploverType: natural ? null : (lead?.plover ?? null),
    modes: natural ? [] : [...new Set(senses.flatMap(({ sense }) => sense.mode ?? []))],
    contexts: family === 'crime' ? ['crime'] : [],
    ucdpTypeOfViolence: violence(evidence, sub),
    hazardType: natural ? hazard : null,
    civilianTargeting:
      civilians &&
      (sub === 'Attack' || sub === 'Sexual violence' || sub === 'Abduction/forced disappearance'),
    instruments: [...evidence.instruments],
  };
}

/** Senses by weight: the title and the lead say what it is, details say less. */
function weigh(draft: Draft): { sense: Sense; weight: number }[] {
  const weights = new Map<string, { sense: Sense; weight: number }>();
  for (const piece of draft.pieces) {
    const { index, part } = piece.reading.sentence;
    const near = part === 'title' ? 2 : 1 / (1 + index / 4);
    for (const { trigger } of piece.frames) {
      const entry = weights.get(trigger.sense.id) ?? { sense: trigger.sense, weight: 0 };
      entry.weight += near * specificity(trigger.sense);
      weights.set(trigger.sense.id, entry);
    }
  }
  return [...weights.values()].sort((a, b) => b.weight - a.weight);
}

/** "attack" and "kill" fit everything; "suicide bomb" fits one type. */
function specificity(sense: Sense): number {
  if (sense.group === 'harm') return 0.1;
  return sense.sub === 'Attack' || sense.sub === 'Looting/property destruction' ? 0.6 : 1;
}

function familyOf(
  { draft, actors, victims }: TypeEvidence,
  best: Sense | undefined,
  hazard: string | null,
): Family {
  if (draft.eventClass === 'accident') return 'accident';
  if (draft.eventClass === 'disaster') return 'disaster';
  if (best?.family === 'accident') return 'accident';
  const parties = [...actors.map((a) => a.organisationClass), ...victims.map((v) => v.type)];
  const armed =
    actors.some((a) => ARMED.has(a.organisationClass ?? '')) ||
    parties.includes('rebel') ||
    parties.includes('military');
  if (armed || best?.family === 'political') {
    const plain =
      best?.sub === 'Attack' &&
      !armed &&
      best.id !== 'assassinate' &&
      best.id !== 'attack' &&
      best.id !== 'behead';
    return plain ? 'crime' : 'political';
  }
  if (best?.id === 'explosion' && hazard) return 'unknown';
  return best?.family ?? 'unknown';
}

function subEvent(
  { draft, actors, victims, casualties }: TypeEvidence,
  senses: readonly Sense[],
): AcledSubEventType | null {
  const has = (sub: AcledSubEventType): boolean => senses.some((s) => s.sub === sub);
  const top = senses.find((s) => s.sub)?.sub ?? null;
  if (draft.eventClass === 'protest') return protestType(has, actors, casualties);
  if (draft.eventClass === 'abduction') return (casualties.killed?.best ?? 0) > 0 ? 'Attack' : top;
  if (draft.eventClass === 'battle') return 'Armed clash';
  if (draft.eventClass !== 'force' || top === null)
    return top ?? (draft.eventClass === 'force' ? 'Attack' : null);
  const around = draft.pieces.flatMap((p) => p.reading.frames);
  const amidProtest = around.some((f) => f.trigger.sense.group === 'protest');
  const told = victims.filter((v) => v.type && v.type !== UNSPECIFIED);
  const stateVictims = told.length > 0 && told.every((v) => STATE.has(v.type ?? ''));
  if (amidProtest && stateVictims && !actors.some((a) => ARMED.has(a.organisationClass ?? '')))
    return 'Violent demonstration';
  if (has('Suicide bomb')) return 'Suicide bomb';
  if (has('Chemical weapon')) return 'Chemical weapon';
  if (top === 'Attack' || top === 'Looting/property destruction')
    return attackType(senses, stateVictims, actors, has);
  return top;
}

function protestType(
  has: (sub: AcledSubEventType) => boolean,
  actors: readonly Actor[],
  casualties: Casualties,
): AcledSubEventType {
  const byState = actors.some((a) => STATE.has(a.organisationClass ?? ''));
  if (has('Mob violence')) return 'Mob violence';
  if (has('Violent demonstration')) return 'Violent demonstration';
  if ((casualties.killed?.best ?? 0) > 0 || (byState && (casualties.injured?.best ?? 0) > 0))
    return 'Excessive force against protesters';
  return has('Protest with intervention') ? 'Protest with intervention' : 'Peaceful protest';
}

/** Violence against civilians needs civilian victims; between armed parties it is a clash. */
function attackType(
  senses: readonly Sense[],
  stateVictims: boolean,
  actors: readonly Actor[],
  has: (sub: AcledSubEventType) => boolean,
): AcledSubEventType {
  const rebels = actors.some((a) => ARMED.has(a.organisationClass ?? ''));
  if (has('Armed clash') || (stateVictims && rebels)) return 'Armed clash';
  return senses.find((s) => s.sub)?.sub ?? 'Attack';
}

function violence({ actors }: TypeEvidence, sub: AcledSubEventType | null): 1 | 2 | 3 | null {
  if (sub === 'Attack') return actors.some((a) => ARMED.has(a.organisationClass ?? '')) ? 3 : null;
  if (sub === 'Armed clash') return actors.some((a) => a.inter === 1) ? 1 : null;
  return null;
}
