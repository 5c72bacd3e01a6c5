import type { Realis } from '@tocsin/contracts';
import { ADVERBS, BE, DETERMINERS } from '../language/function-words.js';
import { isCoordinated } from '../people/parts.js';
import type { Person } from '../people/person.js';
import { type Trigger, triggers } from '../lexicon/triggers.js';
import type { Token } from '../text/tokens.js';
import { readRealis } from './realis.js';

/** One trigger in its sentence with who does it and to whom it is done. */
export interface Frame {
  readonly from: number;
  readonly to: number;
  readonly trigger: Trigger;
  readonly realis: Realis;
  readonly agents: readonly Person[];
  readonly patients: readonly Person[];
}

/** Verbs whose subject suffers. */
const UNACCUSATIVE = new Set([
  'die',
  'missing',
  'crash',
  'collapse',
  'sinking',
  'rail-crash',
  'explosion',
]);

/** Beside these an attack is one on computers, in sport or in a game. */
const CYBER = new Set([
  'hacker',
  'hackers',
  'cyber',
  'website',
  'websites',
  'online',
  'ddos',
  'denial-of-service',
  'virus',
  'style',
  'midfielder',
  'striker',
  'heart',
  'panic',
  'asthma',
  'vr',
  'server',
  'servers',
  'phishing',
]);

/** Every frame of a sentence, in order. */
export function readFrames(tokens: readonly Token[], people: readonly Person[]): Frame[] {
  return triggers.findAll(tokens).flatMap(({ from, to, value: trigger }) => {
    if (!isEvent(tokens, from, to, trigger)) return [];
    const realis = readRealis(tokens, from, trigger);
    return [{ from, to, trigger, realis, ...roles(tokens, people, from, to, trigger) }];
  });
}

/** Idioms and uses that name no happening. */
function isEvent(tokens: readonly Token[], from: number, to: number, trigger: Trigger): boolean {
  const before = tokens[from - 1]?.low ?? '';
  const after = tokens[to]?.low ?? '';
  const word = tokens[from]!.low;
  if (word === 'dead' && before === 'the') return false;
  // "a storm": what has an article is no verb.
  if ((trigger.form === 'base' || trigger.form === 'third') && DETERMINERS.has(before))
    return false;
  // The month, not the march.
  if (word === 'march' && tokens[from]!.capital && (tokens[to]?.kind === 'number' || after === ','))
    return false;
  if ((word === 'shot' || word === 'demonstration') && after === 'of') return false;
  if (CYBER.has(before) || CYBER.has(after) || CYBER.has(tokens[from - 2]?.low ?? '')) return false;
  if (
    trigger.form === 'noun' &&
    /^(?:photo|video|film|movie|scene|game|season|match|penalty)$/.test(after)
  )
    return false;
  if (word === 'shot' && /^(?:a|the|his|her|on|mug|best|of)$/.test(before) && after !== 'and')
    return false;
  if (trigger.sense.id === 'strike' || trigger.sense.id === 'protest') return before !== 'heart';
  if (
    trigger.sense.id === 'die' &&
    word === 'death' &&
    /^(?:penalty|row|threat|threats|squad|squads|certificate)$/.test(after)
  )
    return false;
  return true;
}

interface Roles {
  readonly agents: Person[];
  readonly patients: Person[];
}

function roles(
  tokens: readonly Token[],
  people: readonly Person[],
  from: number,
  to: number,
  trigger: Trigger,
): Roles {
  if (trigger.form === 'noun') return nounRoles(tokens, people, from, to);
  if (UNACCUSATIVE.has(trigger.sense.id) || trigger.sense.id === 'killed-part') {
    return { agents: [], patients: subject(tokens, people, from) };
  }
  const object = objectOf(tokens, people, to);
  if (isPassive(tokens, people, from, to, trigger, object.length > 0)) {
    const agent =
      tokens[to]?.low === 'by' || tokens[to + 1]?.low === 'by' ? byAgent(tokens, people, to) : [];
    return { agents: agent, patients: subject(tokens, people, from) };
  }
  return { agents: subject(tokens, people, from), patients: object };
}

/** Passive with its auxiliary, or bare: "4 shot in park", "officers killed by rebels". */
function isPassive(
  tokens: readonly Token[],
  people: readonly Person[],
  from: number,
  to: number,
  trigger: Trigger,
  object: boolean,
): boolean {
  if (trigger.form !== 'past' && trigger.form !== 'participle') return false;
  const harmful = trigger.sense.effect !== undefined;
  let i = from - 1;
  while (
    i >= 0 &&
    (ADVERBS.has(tokens[i]!.low) || tokens[i]!.low.endsWith('ly')) &&
    !BE.has(tokens[i]!.low)
  )
    i--;
  if (i >= 0 && BE.has(tokens[i]!.low)) return true;
  if (tokens[to]?.low === 'by' || tokens[to + 1]?.low === 'by') return true;
  // "was shot, killed" and "were beaten and shot": the first verb's auxiliary serves both.
  const joint = tokens[i]?.low === 'and' || tokens[i]?.low === ',';
  if (joint && tokens.slice(Math.max(0, i - 4), i).some((token) => BE.has(token.low)) && !object)
    return true;
  if (object) return false;
  return harmful && (people.some((person) => person.to === i + 1) || joint);
}

/** The nearest phrase for people left of the verb, with those joined to it. */
function subject(tokens: readonly Token[], people: readonly Person[], verb: number): Person[] {
  const pronoun = pronounBefore(tokens, verb);
  if (pronoun) return [pronoun];
  let last = -1;
  for (const [i, person] of people.entries()) if (person.to <= verb) last = i;
  if (last < 0) return [];
  const between = tokens.slice(people[last]!.to, verb);
  if (between.length > 14 || between.some((t) => t.low === ';' || t.low === '"' || t.low === '”'))
    return [];
  // "the father of a girl was shot": with a verb group between, the first noun is the head.
  const head = people[last - 1];
  const of = tokens[people[last]!.from - 1]?.low === 'of';
  if (of && head && head.to === people[last]!.from - 1 && between.length > 0) last--;
  // "12 people, including three children, were killed": back to the whole.
  const parts: Person[] = [];
  while (last > 0 && people[last]!.part) parts.unshift(people[last--]!);
  return [...coordinatedLeft(tokens, people, last), ...parts];
}

/** "he was killed": one person, whoever it is. */
function pronounBefore(tokens: readonly Token[], verb: number): Person | null {
  let at = verb - 1;
  while (
    at > 0 &&
    (BE.has(tokens[at]!.low) ||
      ADVERBS.has(tokens[at]!.low) ||
      /^ha(?:s|d|ve)$/.test(tokens[at]!.low))
  )
    at--;
  if (!/^(?:he|she)$/.test(tokens[at]?.low ?? '')) return null;
  return {
    from: at,
    to: at + 1,
    actor: null,
    plural: false,
    count: null,
    name: null,
    age: null,
    part: false,
  };
}

function coordinatedLeft(
  tokens: readonly Token[],
  people: readonly Person[],
  last: number,
): Person[] {
  const found = [people[last]!];
  for (let i = last - 1; i >= 0; i--) {
    if (people[i]!.part || !isCoordinated(tokens, people[i]!.to, found[0]!.from)) break;
    found.unshift(people[i]!);
  }
  return found;
}

/** The phrase for people right after the verb, with those joined to it. */
function objectOf(tokens: readonly Token[], people: readonly Person[], to: number): Person[] {
  const first = people.findIndex((person) => person.from >= to);
  if (first < 0) return [];
  const gap = tokens.slice(to, people[first]!.from);
  const open = gap.every(
    (t) =>
      DETERMINERS.has(t.low) ||
      ADVERBS.has(t.low) ||
      t.low.endsWith('ly') ||
      (t.kind === 'word' &&
        gap.length <= 1 &&
        t.low !== 'by' &&
        t.low !== 'in' &&
        t.low !== 'and' &&
        t.low !== 'at' &&
        t.low !== 'after' &&
        t.low !== 'when' &&
        t.low !== 'with' &&
        t.low !== 'from' &&
        t.low !== 'as'),
  );
  return open && gap.length <= 3 ? coordinatedRight(tokens, people, first) : [];
}

function coordinatedRight(
  tokens: readonly Token[],
  people: readonly Person[],
  first: number,
): Person[] {
  const found = [people[first]!];
  for (const person of people.slice(first + 1)) {
    if (!person.part && !isCoordinated(tokens, found.at(-1)!.to, person.from)) break;
    found.push(person);
  }
  return found;
}

function byAgent(tokens: readonly Token[], people: readonly Person[], to: number): Person[] {
  const by = tokens[to]?.low === 'by' ? to : to + 1;
  const agent = people.find((person) => person.from > by && person.from <= by + 3);
  return agent ? [agent] : [];
}

/** "the killing of two men by …", "the man's death", "three deaths", "attack on civilians". */
function nounRoles(
  tokens: readonly Token[],
  people: readonly Person[],
  from: number,
  to: number,
): Roles {
  const joint = tokens[to]?.low ?? '';
  const owner = people.find((p) => p.to === from - 1 && tokens[from - 1]?.low === "'s");
  const right =
    joint === 'of' || joint === 'on' || joint === 'against' ? objectOf(tokens, people, to + 1) : [];
  const agent = joint === 'by' ? byAgent(tokens, people, to) : [];
  const counted = people.filter((p) => p.to === from && p.count && !p.actor);
  return { agents: agent, patients: right.length > 0 ? right : owner ? [owner] : counted };
}
