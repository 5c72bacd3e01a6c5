import type { Person } from '../people/person.js';
import type { Trigger } from '../lexicon/triggers.js';
import type { Clause } from '../syntax/clauses.js';
import type { NounPhrase } from '../syntax/noun-phrases.js';
import { phraseFrom } from '../syntax/phrase-lookup.js';
import type { FrameContext, Roles, TokenSpan } from './frames.js';
import { peopleIn, peopleNear, pronoun } from './role-people.js';
import { WordList, WordSet } from '../language/word-list.js';

/** Senses whose subject suffers. */
const UNACCUSATIVE = new Set([
  'die',
  'missing',
  'crash',
  'collapse',
  'sinking',
  'rail-crash',
  'explosion',
  'killed-part',
]);

/** "fired at the crowd", "attack on", "clashed with": the other side stands behind a preposition. */
const AIMED = new WordSet(['at', 'on', 'against', 'with']);

/** Roles of a verb, or of an adjective that says of its noun what a participle says ("two dead"). */
export function readVerbRoles(
  context: FrameContext,
  from: number,
  to: number,
  trigger: Trigger,
  clause: Clause | null,
): Roles {
  if (!clause) {
    const own =
      trigger.form === 'gerund' ? objectRoles(context, to) : betweenRoles(context, from, to);
    return own ?? adjectiveRoles(context, from);
  }
  const subject = of(context, clause.subject, 'left', clause.verb.from);
  if (UNACCUSATIVE.has(trigger.sense.id)) return suffered(subject, nobody);
  // "shot dead a priest", "opened fire on": the object stands behind the whole trigger.
  const after =
    clause.object && clause.object.from >= to
      ? clause.object
      : phraseFrom(context.syntax.phrases, to);
  // "was shot multiple times": how often, not whom.
  const often = after && /^times?$/.test(context.tokens[after.head]!.low);
  const where = isWhere(context.tokens, trigger, to) && !subject.people.some(isArmed);
  const behind = often || where ? null : after;
  const object = of(context, behind, 'right', clause.verb.to);
  const arrests = trigger.sense.group === 'arrest' && subject.people.some(isPolice);
  // "Three men opened fire": the object is part of the verb.
  const whole = clause.object !== null && clause.object.from >= from && clause.object.to <= to;
  const active = arrests || whole;
  if (
    clause.passive ||
    (!active && isPassive(context, trigger, clause, { object: behind !== null, where }, to))
  ) {
    return suffered(subject, doneBy(context, clause, to));
  }
  const aimed = clause.complements.find(({ preposition }) => AIMED.has(preposition));
  const goal = object.phrase ? object : of(context, aimed?.phrase ?? null, 'right', clause.verb.to);
  return {
    agents: subject.people,
    patients: goal.people,
    agentPhrase: subject.phrase,
    patientPhrase: goal.phrase,
  };
}

/** "Deputies arrested on Monday the man who …": no headline's passive. */
const isPolice = ({ actor }: Person): boolean => actor?.id === 'police';

/** "Two gunmen shot at a bar": they did. */
const isArmed = ({ actor, count }: Person): boolean =>
  ARMED.has(actor?.id ?? '') || (actor?.id === 'police' && count === null);

const ARMED: ReadonlySet<string> = new Set(['attacker', 'criminal', 'rebel', 'militia']);

/** Who a passive says did it; "shot by relative" has no article that shows the noun. */
function doneBy(context: FrameContext, { by, verb }: Clause, to: number): Party {
  const found = of(context, by, 'right', verb.to);
  if (found.people.length > 0 || context.tokens[to]?.low !== 'by') return found;
  return { phrase: found.phrase, people: context.people.filter(({ from }) => from === to + 1) };
}

interface Party {
  readonly people: readonly Person[];
  readonly phrase: TokenSpan | null;
}

const nobody: Party = { people: [], phrase: null };

const suffered = (patient: Party, agent: Party): Roles => ({
  agents: agent.people,
  patients: patient.people,
  agentPhrase: agent.phrase,
  patientPhrase: patient.phrase,
});

function of(
  context: FrameContext,
  phrase: NounPhrase | null,
  side: 'left' | 'right',
  verb: number,
): Party {
  if (!phrase) return nobody;
  const found = pronoun(context.tokens, phrase);
  if (!found) return { phrase, people: peopleIn(context, phrase, side, verb) };
  // "killing her and another woman".
  const joined = side === 'right' && context.tokens[phrase.to]?.low === 'and' ? phrase.to + 1 : -1;
  return { phrase, people: [found, ...context.people.filter(({ from }) => from === joined)] };
}

/**
 * Passive by its auxiliary, or bare: "officers killed by rebels", "four shot in park". A bare past form
 * with no object is passive where the verb does harm to someone.
 */
function isPassive(
  { tokens, syntax }: FrameContext,
  trigger: Trigger,
  { verb, by }: Clause,
  { object, where }: { readonly object: boolean; readonly where: boolean },
  to: number,
): boolean {
  if (verb.finite || verb.infinitive || verb.gerund || object) return false;
  if (isJoinedToActive(syntax.clauses, tokens, to)) return false;
  const past = trigger.form === 'past' || trigger.form === 'participle';
  if (!past && !INVARIANT.test(tokens[to - 1]!.low)) return false;
  if (by) return true;
  const next = tokens[to]?.low ?? '.';
  // "Woman stabbed while jogging": a headline's passive, though a clause follows.
  const told = syntax.pos[to] !== 'SCONJ' || /^(?:while|after|when|as|before)$/.test(next);
  // "shot at them" has an aim, "three hurt at a party" a place.
  const deadly = trigger.sense.group === 'harm' || trigger.sense.effect === 'killed';
  const aimed = next === 'at' && !deadly && !where;
  return trigger.sense.effect !== undefined && !aimed && told;
}

const SITES = new WordList(
  /^(?:party|parties|club|nightclub|bar|pub|restaurant|store|shop|mall|market|school|college|university|campus|church|mosque|temple|park|playground|concert|festival|parade|funeral|vigil|wedding|cookout|barbecue|gathering|event|game|theater|theatre|cinema|courthouse|airport|station|hotel|motel|resort|complex|apartments?|intersection|beach|gym|casino|protest|rally)$/,
);
/** How far behind "at" the noun stands that says where, in tokens. */
const SITE_REACH = 6;

/** "14 people shot at party": where, and not at whom; the trigger's phrase may have its "at". */
function isWhere(tokens: FrameContext['tokens'], { sense, form }: Trigger, to: number): boolean {
  if (sense.id !== 'shoot' || (form !== 'past' && form !== 'participle')) return false;
  const from = tokens[to - 1]!.low === 'at' ? to : tokens[to]?.low === 'at' ? to + 1 : -1;
  if (from < 0) return false;
  const mark = tokens.findIndex(
    ({ kind, low }, i) => i >= from && (kind === 'mark' || low === 'in'),
  );
  const end = mark < 0 ? from + SITE_REACH : Math.min(mark, from + SITE_REACH);
  return tokens.slice(from, end).some(({ low }) => SITES.test(low));
}

/** "A gunman shot and wounded two officers": the verb behind "and" has an object, so the subject does both. */
function isJoinedToActive(
  clauses: readonly Clause[],
  tokens: FrameContext['tokens'],
  to: number,
): boolean {
  if (tokens[to]?.low !== 'and') return false;
  return clauses.some(
    ({ verb, object, passive, by }) =>
      object !== null && !passive && !by && verb.main > to && verb.main <= to + JOINED,
  );
}

/** How far behind "and" the second of two joined verbs stands, in tokens. */
const JOINED = 2;

/** "12 hurt": a verb whose past form is its plain one. */
const INVARIANT = /^(?:hurt|hit)$/;

/** "killing ten and wounding more than 50 others": a gerund that was taken for a noun, and whom it is done to. */
function objectRoles({ people }: FrameContext, to: number): Roles | null {
  const behind = people.filter((person) => person.from === to);
  return behind.length > 0 ? suffered({ people: behind, phrase: null }, nobody) : null;
}

/** "A suspect shot two men": a verb that was taken for a noun, with those on both sides. */
function betweenRoles(context: FrameContext, from: number, to: number): Roles | null {
  const patients = context.people.filter((person) => person.from === to);
  const agents = patients.length > 0 ? peopleNear(context, from) : [];
  return agents.length > 0 ? { agents, patients, agentPhrase: null, patientPhrase: null } : null;
}

/** "was found dead", "left two dead", "two dead in crash". */
function adjectiveRoles(context: FrameContext, from: number): Roles {
  const near = peopleNear(context, from);
  if (near.length > 0) return suffered({ people: near, phrase: null }, nobody);
  const verb = context.syntax.clauses.findLast(({ verb: { to } }) => to <= from && from - to <= 3);
  if (!verb) return suffered(nobody, nobody);
  const side = verb.object ? 'right' : 'left';
  return suffered(of(context, verb.object ?? verb.subject, side, verb.verb.from), nobody);
}
