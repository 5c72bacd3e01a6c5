import { instruments } from '../lexicon/instruments.js';
import { organisations } from '../lexicon/organisations.js';
import {
  abstract,
  aircraft,
  animals,
  gunfire,
  protestThings,
  territory,
  vehicles,
} from '../lexicon/recall.js';
import { targetNouns } from '../lexicon/targets.js';
import { type Sense, senseOf, type Trigger } from '../lexicon/triggers.js';
import { collectives, type Want, wants } from '../lexicon/wants.js';
import { phraseAround } from '../syntax/phrase-lookup.js';
import type { Pos } from '../syntax/tagger.js';
import type { Token } from '../text/tokens.js';
import { describePerson } from '../people/describe.js';
import type { Person } from '../people/person.js';
import type { FrameContext, Roles, TokenSpan } from './frames.js';
import { isReflexive, isUnmeant } from './naming.js';
import { WordList } from '../language/word-list.js';

/**
 * Whether the parties of a trigger's clause are such as its sense wants ("drove the rebels out", not "drove him
 * out"). What a clause does not name is not held against it, but for the people of the sentence where the sense
 * wants somebody beside it.
 */
export function fits(
  context: FrameContext,
  at: TokenSpan,
  trigger: Trigger,
  roles: Roles,
): boolean {
  if (isNobody(context, at, trigger, roles)) return false;
  const want = wants.get(trigger.sense.id);
  if (!want) return true;
  const { agents, patients, agentPhrase, patientPhrase } = roles;
  if (want.notPatients && isOneOf(patients, want.notPatients)) return false;
  if (want.notAgents && isOneOf(agents, want.notAgents)) return false;
  if (want.weak && !trigger.weak) return true;
  if (want.many && agents.length > 0 && !agents.some(isSeveral)) return false;
  const done = agentPhrase !== null || agents.length > 0;
  const beside = want.beside !== undefined && isBeside(context, want.beside);
  if (want.agents && done) return beside || isParty(context, agents, agentPhrase, want.agents);
  if (want.patients && trigger.form !== 'noun') {
    if (patientPhrase === null && patients.length === 0) return done;
    return isParty(context, patients, patientPhrase, want.patients);
  }
  return want.beside === undefined || beside;
}

/** Harm to animals, by which a noun before the word may stand, and what is killed in a manner of speaking: "the deal was killed". */
function isNobody(
  { tokens, syntax }: FrameContext,
  { from, to }: TokenSpan,
  { sense, form }: Trigger,
  { agents, patients, agentPhrase, patientPhrase }: Roles,
): boolean {
  const doer = agentPhrase && agents.length === 0 ? tokens[agentPhrase.to - 1]!.low : '';
  // "the gorilla shooting"
  if (sense.id === 'shoot' && form === 'gerund' && animals.has(doer)) return true;
  if (sense.id === 'attack' && isByAnimal(tokens, from, form, agents, agentPhrase)) return true;
  if (sense.id === 'leak' && isToldOn(tokens, to, patientPhrase)) return true;
  // "students held a vigil" arrests nobody.
  if (sense.id === 'arrest' && form !== 'noun' && patientPhrase && patients.length === 0) {
    const head = patientPhrase.to - 1;
    return (
      syntax.pos[head] === 'NOUN' &&
      !collectives.has(tokens[head]!.low) &&
      isHeld(tokens[from]!.low)
    );
  }
  // "Killing of gorilla": headlines leave the article out.
  if (sense.effect && patients.length === 0 && tokens[to]?.low === 'of' && isAnimal(tokens, to + 1))
    return true;
  if (!sense.effect || !patientPhrase) return false;
  // "a male gorilla": what stands before the animal is none of the people.
  const head = patientPhrase.to - 1;
  const { low } = tokens[head]!;
  const others = patients.filter(({ to: end }) => end > head || !animals.has(low));
  if (others.some(isSomebody)) return false;
  if (isNamedAnimal(tokens, syntax.pos, patientPhrase)) return true;
  // "rangers in a park famous for its gorillas, were killed": what a comma ends is often a remark.
  if (form !== 'noun' && tokens[patientPhrase.to]?.low === ',') return false;
  if (animals.has(low)) return true;
  return form !== 'noun' && sense.effect === 'killed' && abstract.has(low);
}

/** "a 'killer bee' attack", "attacked by a shark"; "a lone wolf attack" is a man's, and a country may have an animal's name. */
function isByAnimal(
  tokens: readonly Token[],
  from: number,
  form: Trigger['form'],
  agents: readonly Person[],
  agent: TokenSpan | null,
): boolean {
  if (agents.length > 0) return false;
  const quoted = QUOTE.test(tokens[from - 1]?.low ?? '') ? 1 : 0;
  const at = form === 'noun' ? from - 1 - quoted : (agent?.to ?? 0) - 1;
  const word = tokens[at];
  if (!word || word.capital || !animals.has(word.low)) return false;
  return !/^(?:lone|lonely)$/.test(tokens[at - 1]?.low ?? '');
}

/** An animal, with an article and a word that says what it is like at most. */
const isAnimal = (tokens: readonly Token[], at: number): boolean =>
  [at, at + 1, at + 2].some(
    (i) => animals.has(tokens[i]?.low ?? '') && !tokens[i]!.capital && tokens[i + 1]?.low !== "'s",
  );

const QUOTE = /^['"‘’“”]$/;

/** "the gorilla Bongo". */
const isNamedAnimal = (
  tokens: readonly Token[],
  pos: readonly Pos[],
  { from, to }: TokenSpan,
): boolean => pos[to - 1] === 'PROPN' && to - from > 1 && animals.has(tokens[to - 2]!.low);

const TOLD =
  /^(?:documents?|files?|papers?|e-?mails?|memos?|tapes?|reports?|information|data|records?|cables?|transcripts?|audio|videos?|footage|photos?|details?|news|drafts?|plans?|secrets?|messages?|recordings?)$/;

/** "leaked documents": what is leaked is told on, not spilt. */
function isToldOn(tokens: readonly Token[], to: number, patient: TokenSpan | null): boolean {
  return [to, to + 1, (patient?.to ?? 0) - 1].some((i) => TOLD.test(tokens[i]?.low ?? ''));
}

/** Verbs that arrest people, and do something else to things. */
const isHeld = (low: string): boolean =>
  /^(?:held|holds?|holding|caught|catch|catches|catching|seiz(?:e|es|ed|ing)|captur(?:e|es|ed|ing))$/.test(
    low,
  );

const AIR_STRIKE = senseOf('air-strike');
const BLAZE = senseOf('blaze');
const PROTEST = senseOf('protest');
const UNMEANT = senseOf('accidental-shooting');
const RAIL_CRASH = senseOf('rail-crash');
const AIR_CRASH = senseOf('air-crash');
const RAILS =
  /^(?:trains?|subways?|trams?|streetcars?|locomotives?|metros?|monorails?|railcars?|railways?)$/;

const isOf = (tokens: readonly Token[], phrase: TokenSpan | null, words: RegExp): boolean =>
  phrase !== null && words.test(tokens[phrase.to - 1]!.low);

const RAM = senseOf('ram');
const BURNING = new WordList(/^(?:burn(?:s|ed|t|ing)?|torch(?:es|ed|ing)?|set(?:s|ting)?)$/);

function isDriven(tokens: readonly Token[], at: number, agent: TokenSpan | null): boolean {
  return (
    vehicles.has(tokens[at + 1]?.low ?? '') || vehicles.has(tokens[(agent?.to ?? 0) - 1]?.low ?? '')
  );
}

const FROM_THE_AIR: ReadonlySet<string> = new Set(['shoot', 'shoot-dead', 'shelling']);

/** What does it decides what it is: a plane that strafes strikes from the air, and a fire that kills burns. */
export function byWhat(
  { tokens, syntax, people }: FrameContext,
  from: number,
  trigger: Trigger,
  { agents, agentPhrase, patientPhrase }: Roles,
): Trigger {
  const thing =
    tokens[(patientPhrase ?? phraseAround(syntax.phrases, from) ?? { to: 0 }).to - 1]?.low ?? '';
  // "burned flags": what they think, and nobody's loss.
  if (BURNING.test(tokens[from]!.low) && protestThings.has(thing))
    return { ...trigger, sense: PROTEST };
  if (
    trigger.sense.id === 'shoot' &&
    ((isReflexive(tokens, patientPhrase) && isUnmeant(tokens)) || isByChild(tokens, people, from))
  )
    return { ...trigger, sense: { ...UNMEANT, ...effectOf(trigger) } };
  if (
    trigger.sense.id === 'crash' &&
    (isOf(tokens, agentPhrase, RAILS) || isOf(tokens, patientPhrase, RAILS))
  )
    return { ...trigger, sense: RAIL_CRASH };
  // "The jetliner crashed into the sea": what crashed, not what it hit.
  if (
    trigger.sense.id === 'crash' &&
    aircraft.has(tokens[((agentPhrase ?? patientPhrase)?.to ?? 0) - 1]?.low ?? '')
  )
    return { ...trigger, sense: AIR_CRASH };
  // "the rampaging truck"
  if (tokens[from]!.low.startsWith('rampag') && isDriven(tokens, from, agentPhrase))
    return { ...trigger, sense: RAM };
  // "the air force bombed a village"
  if (agentPhrase && tokens[from]!.low.startsWith('bomb') && isAirForce(tokens, agentPhrase))
    return { ...trigger, sense: { ...AIR_STRIKE, ...effectOf(trigger) } };
  if (!agentPhrase || agents.some(isSomebody)) return trigger;
  const { low } = tokens[agentPhrase.to - 1]!;
  const { id } = trigger.sense;
  // "A plane blew up": not what it did.
  const strikes = FROM_THE_AIR.has(id) || tokens[from]!.low.startsWith('bomb');
  if (strikes && aircraft.has(low))
    return { ...trigger, sense: { ...AIR_STRIKE, ...effectOf(trigger) } };
  const burns =
    low === 'fire' && !gunfire.has(tokens[agentPhrase.to - 2]?.low ?? '') && BURNT.has(id);
  return burns ? { ...trigger, sense: { ...BLAZE, ...effectOf(trigger) } } : trigger;
}

/** "his 3-year-old son shot himself": so young, no one means it. */
function isByChild(tokens: readonly Token[], people: readonly Person[], from: number): boolean {
  if (!/^(?:him|her)self$/.test(tokens[from + 1]?.low ?? '')) return false;
  const child = people.findLast((person) => person.from < from);
  const age = child ? (child.age ?? describePerson(tokens, child).age) : null;
  return age !== null && age <= UNMEANT_AGE;
}

/** Up to this age, in years, a child who shoots himself is taken to have meant no harm. */
const UNMEANT_AGE = 10;

const isAirForce = (tokens: readonly Token[], { to }: TokenSpan): boolean =>
  tokens[to - 2]?.low === 'air' && /^forces?$/.test(tokens[to - 1]!.low);

const effectOf = ({ sense: { effect } }: Trigger): Partial<Sense> => (effect ? { effect } : {});

const BURNT: ReadonlySet<string> = new Set(['kill', 'injure']);

const isOneOf = (people: readonly Person[], kinds: readonly string[]): boolean =>
  people.some(
    (person) =>
      (person.actor !== null && kinds.includes(person.actor.id)) ||
      (kinds.includes('people') && isSomebody(person)) ||
      (kinds.includes('single') && !isArmed(person) && !isSeveral(person)),
  );

const isSomebody = ({ actor, count, name }: Person): boolean =>
  actor !== null || count !== null || name !== null;

/** Codes of ACLED for state forces, rebels and militias. */
const isArmed = ({ actor }: Person): boolean => actor !== null && actor.inter <= 3;

const isSeveral = ({ plural, count }: Person): boolean => plural || (count?.best ?? 0) > 1;

function isParty(
  { tokens, syntax }: FrameContext,
  people: readonly Person[],
  phrase: TokenSpan | null,
  kinds: Want['agents'] & object,
): boolean {
  if (isOneOf(people, kinds)) return true;
  if (!phrase) return false;
  const head = tokens[phrase.to - 1]!;
  const words = (): typeof tokens => tokens.slice(phrase.from, phrase.to);
  // A pronoun or a name may be anybody; of whom it is known what they are, that decides.
  const known = people.some(({ actor }) => actor !== null);
  const open =
    collectives.has(head.low) || (!known && /^(?:PROPN|PRON)$/.test(syntax.pos[phrase.to - 1]!));
  if (kinds.includes('name') && open) return true;
  if (
    kinds.includes('thing') &&
    (territory.has(head.low) || targetNouns.findAll(words()).length > 0)
  )
    return true;
  return kinds.includes('weapon') && instruments.findAll(words()).length > 0;
}

function isBeside({ people, tokens }: FrameContext, kinds: readonly string[]): boolean {
  return (
    isOneOf(people, kinds) ||
    organisations.findAll(tokens).some(({ value }) => kinds.includes(value))
  );
}
