import type { AcledSubEventType } from '@tocsin/contracts';
import type { TypeFacts } from './type-facts.js';

/** What a mention can be: one of ACLED's sub-events, or a happening that ACLED does not code. */
export type Outcome =
  | AcledSubEventType
  | 'accident'
  | 'disaster'
  /** Harm that people do to themselves. */
  | 'self-harm'
  /** Organised crime. */
  | 'crime'
  /** An act of speech or diplomacy; `claim` says who is responsible for something. */
  | 'verbal'
  | 'claim';

/** One row of the table: the outcome where its condition holds. */
export interface TypeRule {
  readonly outcome: Outcome;
  readonly when: (facts: TypeFacts) => boolean;
}

const STATE = ['police', 'military', 'guard', 'named military'];
const REBELS = ['rebel', 'militia', 'named rebel', 'named militia'];
const PROTESTING = ['protest', 'riot', 'disperse'];
const ARMED = [...REBELS, 'attacker', 'criminal', 'named criminal'];

const any = (set: ReadonlySet<string>, words: readonly string[]): boolean =>
  words.some((word) => set.has(word));
/** One of them acts or suffers. */
const involved = ({ agents, patients }: TypeFacts, words: readonly string[]): boolean =>
  any(agents, words) || any(patients, words);
const state = ({ agents }: TypeFacts): boolean => any(agents, STATE);
const rebels = ({ agents }: TypeFacts): boolean => any(agents, REBELS);
const violent = ({ eventClass }: TypeFacts): boolean =>
  eventClass === 'force' || eventClass === 'battle';
/** Told of protesters: as a protest, or as force or arrests that befall one. */
const protest = (f: TypeFacts): boolean =>
  f.eventClass === 'protest' ||
  (f.eventClass === 'arrest' && any(f.near, PROTESTING)) ||
  (f.eventClass === 'force' && any(f.near, PROTESTING) && involved(f, ['protester', 'rioter']));
const taking = ({ eventClass, own }: TypeFacts): boolean =>
  eventClass === 'territory' && any(own, ['capture', 'regain']);
const unopposed = (f: TypeFacts): boolean => !any(f.near, ['clash', 'gunfight']) && !f.killed;
/** The heaviest sense that has a type is one of these: a bomb in passing makes no bombing. */
const leads = ({ senses }: TypeFacts, ids: readonly string[]): boolean =>
  ids.includes(senses.find(({ sub }) => sub)?.id ?? '');
/** All who are known to be harmed are of the state's forces, who are no civilians. */
const onForces = ({ victims }: TypeFacts): boolean =>
  victims.size > 0 && [...victims].every((each) => STATE.includes(each));
/** All who are known to be killed or hurt are civilians: no clash, whoever attacked. */
const onCivilians = ({ victims, killed }: TypeFacts): boolean =>
  killed && victims.size > 0 && [...victims].every((each) => each === 'civilian');
/** Soldiers, police or fighters, or the places that they hold. */
const forcesHit = ({ patients, targets, cues, victims }: TypeFacts): boolean =>
  any(patients, ['police', 'military', 'rebel', 'militia']) ||
  any(targets, ['military', 'law enforcement']) ||
  // "a camp of refugees": whose it is, those who are harmed there tell.
  (cues.has('military-site') && !(victims.has('civilian') && cues.has('displaced')));

/**
 * The sub-event by act × actor × target × outcome, in ACLED's order of precedence (codebook 2024,
 * "Event types"): the first row that holds is the rules' answer, all that hold are what the model may
 * choose from.
 */
export const TYPE_RULES: readonly TypeRule[] = [
  { outcome: 'disaster', when: ({ eventClass }) => eventClass === 'disaster' },
  { outcome: 'accident', when: ({ eventClass }) => eventClass === 'accident' },
  { outcome: 'accident', when: isMishap },
  {
    outcome: 'Violent demonstration',
    when: (f) =>
      f.eventClass === 'force' &&
      any(f.near, PROTESTING) &&
      f.patients.has('police') &&
      f.killed &&
      !any(f.agents, ARMED),
  },
  { outcome: 'Mob violence', when: (f) => protest(f) && f.near.has('mob') },
  { outcome: 'Violent demonstration', when: (f) => protest(f) && f.near.has('riot') },
  {
    outcome: 'Excessive force against protesters',
    when: (f) =>
      protest(f) && !any(f.agents, ARMED) && (f.killed || (f.injured && state(f)) || liveFire(f)),
  },
  {
    outcome: 'Protest with intervention',
    when: (f) => protest(f) && (f.near.has('disperse') || f.arrested),
  },
  { outcome: 'Peaceful protest', when: ({ eventClass }) => eventClass === 'protest' },
  {
    outcome: 'Non-violent transfer of territory',
    when: (f) =>
      f.eventClass === 'territory' &&
      (f.own.has('hand-over-territory') || f.cues.has('without-force')) &&
      unopposed(f),
  },
  {
    outcome: 'Non-state actor overtakes territory',
    when: (f) => taking(f) && rebels(f) && !state(f),
  },
  {
    outcome: 'Government regains territory',
    when: (f) => taking(f) && (f.own.has('regain') || state(f)),
  },
  { outcome: 'Non-state actor overtakes territory', when: taking },
  { outcome: 'Attack', when: (f) => f.eventClass === 'abduction' && f.killed },
  {
    outcome: 'Abduction/forced disappearance',
    when: ({ eventClass }) => eventClass === 'abduction',
  },
  { outcome: 'Suicide bomb', when: (f) => violent(f) && f.own.has('suicide-bomb') },
  { outcome: 'Chemical weapon', when: (f) => violent(f) && f.own.has('chemical') },
  { outcome: 'Sexual violence', when: (f) => violent(f) && f.own.has('sexual') },
  { outcome: 'Grenade', when: (f) => violent(f) && leads(f, ['grenade']) },
  { outcome: 'accident', when: isIndustrial },
  {
    outcome: 'Armed clash',
    when: (f) => f.eventClass === 'battle' && any(f.own, ['clash', 'gunfight']),
  },
  {
    outcome: 'Air/drone strike',
    when: (f) => violent(f) && leads(f, ['air-strike', 'drone-strike']),
  },
  {
    outcome: 'Shelling/artillery/missile attack',
    when: (f) => violent(f) && leads(f, ['shelling']),
  },
  {
    outcome: 'Remote explosive/landmine/IED',
    when: (f) => violent(f) && leads(f, ['bombing', 'explosion']),
  },
  // Whoever is assassinated is the target, though his killer dies fighting the police.
  {
    outcome: 'Attack',
    when: (f) => f.eventClass === 'force' && f.own.has('assassinate') && !onForces(f),
  },
  {
    outcome: 'Armed clash',
    when: (f) =>
      violent(f) && forcesHit(f) && any(f.agents, [...ARMED, 'military', 'named military']),
  },
  { outcome: 'Armed clash', when: (f) => violent(f) && onForces(f) },
  { outcome: 'Looting/property destruction', when: (f) => onThings(f) && !f.killed && !f.injured },
  { outcome: 'Attack', when: violent },
  { outcome: 'Looting/property destruction', when: onThings },
  { outcome: 'Disrupted weapons use', when: ({ eventClass }) => eventClass === 'weapons' },
  { outcome: 'Arrests', when: ({ eventClass }) => eventClass === 'arrest' },
  // "were arrested on warrants charging them with selling drugs": the arrest is the news.
  { outcome: 'Arrests', when: (f) => f.eventClass === 'crime' && f.arrested },
  { outcome: 'crime', when: ({ eventClass }) => eventClass === 'crime' },
  { outcome: 'Headquarters or base established', when: ({ own }) => own.has('base') },
  {
    outcome: 'Change to group/activity',
    when: ({ own }) => any(own, ['deploy', 'regroup', 'withdraw']),
  },
  { outcome: 'Agreement', when: ({ own }) => any(own, ['agree', 'surrender']) },
  { outcome: 'claim', when: ({ own }) => own.has('allege') },
  { outcome: 'verbal', when: ({ senses }) => senses[0]?.group === 'speech' },
  { outcome: 'Other', when: ({ senses }) => senses.some(({ sub }) => sub === 'Other') },
];

/**
 * What weaker signs make possible: never the rules' own answer, but the model may choose it. Each row
 * mends what detection misses, such as force that is told by cues alone.
 */
export const POSSIBLE_TYPES: readonly TypeRule[] = [
  {
    outcome: 'Violent demonstration',
    when: (f) => crowded(f) && (any(f.near, TURBULENT) || any(f.cues, ['violent', 'damage-words'])),
  },
  { outcome: 'Peaceful protest', when: (f) => crowded(f) && f.eventClass === 'protest' },
  { outcome: 'Protest with intervention', when: (f) => crowded(f) && f.cues.has('police-words') },
  {
    outcome: 'Excessive force against protesters',
    when: (f) =>
      crowded(f) &&
      f.cues.has('police-words') &&
      (f.injured || any(f.near, ['beat', 'shoot', 'attack', 'injure'])),
  },
  {
    outcome: 'Mob violence',
    when: (f) => f.cues.has('mob-words') && (crowded(f) || violent(f)),
  },
  {
    outcome: 'Armed clash',
    when: (f) =>
      violent(f) && (forcesHit(f) || (!onCivilians(f) && any(f.agents, [...ARMED, ...STATE]))),
  },
  { outcome: 'Armed clash', when: (f) => any(f.near, ['clash', 'gunfight']) && !crowded(f) },
  { outcome: 'Grenade', when: (f) => struck(f) && f.near.has('grenade') },
  { outcome: 'Air/drone strike', when: (f) => struck(f) && f.cues.has('air-words') },
  {
    outcome: 'Shelling/artillery/missile attack',
    when: (f) => struck(f) && f.cues.has('artillery-words'),
  },
  {
    outcome: 'Remote explosive/landmine/IED',
    when: (f) => struck(f) && f.cues.has('explosive-words'),
  },
  { outcome: 'Suicide bomb', when: (f) => struck(f) && f.cues.has('suicide-words') },
  { outcome: 'Chemical weapon', when: (f) => f.cues.has('chemical-words') },
  { outcome: 'Sexual violence', when: (f) => violent(f) && f.cues.has('sexual-words') },
  {
    outcome: 'Abduction/forced disappearance',
    when: (f) => f.near.has('abduct') || (f.eventClass === 'arrest' && f.cues.has('captive-words')),
  },
  { outcome: 'Arrests', when: ({ near }) => near.has('arrest') },
  { outcome: 'Disrupted weapons use', when: (f) => struck(f) && f.cues.has('weapons-words') },
  {
    outcome: 'Looting/property destruction',
    when: (f) => f.cues.has('damage-words') && (violent(f) || crowded(f)),
  },
  { outcome: 'accident', when: (f) => f.eventClass === 'force' && f.cues.has('industrial') },
  { outcome: 'disaster', when: (f) => f.eventClass === 'accident' && f.cues.has('weather') },
  { outcome: 'accident', when: (f) => f.eventClass === 'disaster' && f.cues.has('industrial') },
  {
    outcome: 'Non-violent transfer of territory',
    when: ({ eventClass, own, cues }) =>
      (eventClass === 'territory' || own.has('withdraw')) &&
      any(cues, ['control-words', 'without-force']),
  },
  { outcome: 'Government regains territory', when: (f) => f.eventClass === 'territory' },
  { outcome: 'Non-state actor overtakes territory', when: (f) => f.eventClass === 'territory' },
  {
    outcome: 'Agreement',
    when: (f) => measure(f) && f.cues.has('negotiation'),
  },
  {
    outcome: 'Headquarters or base established',
    when: ({ eventClass, cues }) => eventClass === 'deployment' && cues.has('base-words'),
  },
  {
    outcome: 'Change to group/activity',
    when: (f) => measure(f) && f.cues.has('deploy-words'),
  },
  {
    outcome: 'crime',
    when: (f) =>
      (f.eventClass === 'arrest' || f.eventClass === 'weapons' || measure(f)) &&
      f.cues.has('crime-words'),
  },
  {
    outcome: 'claim',
    when: ({ own, cues }) => any(own, ['condemn', 'reject']) || cues.has('claim-words'),
  },
  { outcome: 'verbal', when: ({ eventClass }) => eventClass === 'politics' },
];

const TURBULENT = ['riot', 'clash', 'arson', 'loot', 'attack'];

/** Protesters or rioters are told of; a gunfight is no demonstration. */
function crowded(f: TypeFacts): boolean {
  if (f.own.has('gunfight')) return false;
  if (protest(f)) return true;
  return involved(f, ['protester', 'rioter']) && (violent(f) || f.eventClass === 'arrest');
}

/** A political act that is more than words. */
function measure({ eventClass, senses }: TypeFacts): boolean {
  return eventClass === 'politics' && senses[0]?.group !== 'speech';
}

function struck(f: TypeFacts): boolean {
  return violent(f) || f.eventClass === 'weapons';
}

function liveFire(f: TypeFacts): boolean {
  return f.cues.has('live-fire') && state(f);
}

function onThings(f: TypeFacts): boolean {
  return violent(f) && any(f.own, ['loot', 'arson', 'sabotage', 'rob']);
}

/** What may happen to someone by accident; all else is done to them. */
const UNMEANT: ReadonlySet<string> = new Set([
  'shoot',
  'shooting',
  'explosion',
  'kill',
  'shoot-dead',
  'accidental-shooting',
]);

/** "accidentally shot", "dead in a hunting accident": harm of which the text says that no one meant it. */
function isMishap({ eventClass, senses, cues, agents }: TypeFacts): boolean {
  if (eventClass !== 'force' || any(agents, ARMED)) return false;
  const unmeant = senses.every(({ id, group }) => group === 'harm' || UNMEANT.has(id));
  const told = cues.has('mishap') || senses.some(({ id }) => id === 'accidental-shooting');
  return unmeant && told && !cues.has('intent');
}

/** "A blast tore through the plant": nobody's act, where no weapon and no attacker is told of. */
function isIndustrial({ own, near, agents }: TypeFacts): boolean {
  return (
    own.has('explosion') &&
    any(near, ['gas-blast', 'blaze', 'leak']) &&
    !any(near, ['bombing', 'attack', 'grenade', 'suicide-bomb']) &&
    !any(agents, ARMED)
  );
}
