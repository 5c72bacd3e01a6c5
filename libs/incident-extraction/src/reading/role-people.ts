import { sayings } from '../attribution/lexicon.js';
import { isCoordinated } from '../people/parts.js';
import { nobody, type Person } from '../people/person.js';
import type { NounPhrase } from '../syntax/noun-phrases.js';
import { phraseFrom } from '../syntax/phrase-lookup.js';
import type { Token } from '../text/tokens.js';
import type { FrameContext } from './frames.js';

/**
 * The people that a phrase stands for: of the phrase, or of the "of" phrase behind it ("a group of men"),
 * with those joined to it on the side away from the verb and those told as parts of it.
 */
export function peopleIn(
  context: FrameContext,
  phrase: NounPhrase,
  side: 'left' | 'right',
  verb: number,
): Person[] {
  const { tokens, syntax } = context;
  // "Internet Explorer 6": a number behind a name is part of the name.
  const people = context.people.filter(
    ({ actor, count, from }) => actor || !count || syntax.pos[from - 1] !== 'PROPN',
  );
  let first = people.findIndex((person) => overlaps(person, phrase));
  if (first < 0 && tokens[phrase.to]?.low === 'of') {
    const of = phraseFrom(syntax.phrases, phrase.to + 1);
    first = of ? people.findIndex((person) => overlaps(person, of)) : -1;
  }
  if (first < 0) return [];
  const whole =
    side === 'left'
      ? besideClause(tokens, people, joinedLeft(tokens, people, first), verb)
      : joinedRight(tokens, people, first);
  const parts = side === 'left' ? partsBetween(people, first, verb) : [];
  return [...whole, ...parts];
}

const overlaps = (person: Person, { from, to }: NounPhrase): boolean =>
  person.from < to && person.to > from;

/** "he was killed": one person, whoever it is. */
export function pronoun(tokens: readonly Token[], { from, to }: NounPhrase): Person | null {
  if (to - from !== 1 || !/^(?:he|she|him|her)$/.test(tokens[from]!.low)) return null;
  return { ...nobody, from, to };
}

/** The phrase for people that ends right before a token, with those joined to it. */
export function peopleNear({ tokens, people }: FrameContext, at: number): Person[] {
  const last = people.findLastIndex((person) => person.to === at);
  return last < 0 ? [] : joinedLeft(tokens, people, last);
}

function joinedLeft(tokens: readonly Token[], people: readonly Person[], last: number): Person[] {
  const found = [people[last]!];
  for (let i = last - 1; i >= 0; i--) {
    const own = people[i]!;
    // "Two victims, a man and a woman, died": of parts the whole counts.
    const joined = found[0]!.part || (!own.part && isCoordinated(tokens, own.to, found[0]!.from));
    if (!joined) break;
    found.unshift(own);
  }
  return found;
}

/** How far before the last of those joined a relative clause about the first opens, in tokens. */
const CLAUSE_REACH = 12;

/**
 * "Two officers who guarded her house and a clerk were wounded": joined to the clerk are the officers, not whoever
 * their clause is about. Of one person only where the verb is of several.
 */
function besideClause(
  tokens: readonly Token[],
  people: readonly Person[],
  joined: Person[],
  verb: number,
): Person[] {
  const last = joined.at(-1)!;
  if (tokens[last.from - 1]?.low !== 'and' || !/^(?:were|are|have)$/.test(tokens[verb]?.low ?? ''))
    return joined;
  for (let at = last.from - 2; at > last.from - CLAUSE_REACH && at > 0; at--) {
    const { low } = tokens[at]!;
    if (low === ',') return joined;
    if (low !== 'who') continue;
    const first = people.find(({ to }) => to === at);
    return first ? [first, ...joined.filter(({ from }) => from === last.from)] : joined;
  }
  return joined;
}

function joinedRight(tokens: readonly Token[], people: readonly Person[], first: number): Person[] {
  const found = [people[first]!];
  for (const person of people.slice(first + 1)) {
    if (!person.part && !isCoordinated(tokens, found.at(-1)!.to, person.from)) break;
    if (tokens[person.from - 1]!.low === ',' && isSubject(tokens, person)) break;
    // "wounding 120, officials said".
    if (sayings.at(tokens, person.to)) break;
    found.push(person);
  }
  return found;
}

/** "kills intruder, his son also shot": of what is said of the second nothing is said of the first. */
const isSubject = (tokens: readonly Token[], { to }: Person): boolean =>
  /^(?:also|is|are|was|were|has|have|dead|killed|wounded|injured|hurt|shot)$/.test(
    tokens[to]?.low ?? '',
  );

/** "12 people, including three children, were killed". */
function partsBetween(people: readonly Person[], whole: number, verb: number): Person[] {
  const parts: Person[] = [];
  for (const person of people.slice(whole + 1)) {
    if (!person.part || person.from >= verb) break;
    parts.push(person);
  }
  return parts;
}
