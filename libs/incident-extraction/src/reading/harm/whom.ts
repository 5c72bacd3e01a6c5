import { sayings } from '../../attribution/lexicon.js';
import { agesFrom, isCoordinated } from '../../people/parts.js';
import { nobody, type Person } from '../../people/person.js';
import type { Token } from '../../text/tokens.js';
import { WordSet } from '../../language/word-list.js';

/** How far back a predicate's subject is looked for, in tokens. */
const REACH = 24;
const BREAK = new WordSet([';', '"', '“', '”', ':', '?', '!']);
export const PREPOSITIONS = new WordSet([
  'of',
  'by',
  'to',
  'with',
  'from',
  'at',
  'near',
  'for',
  'in',
  'on',
]);
const NOMINATIVE = new WordSet(['he', 'she', 'they']);

export const pronounAt = (tokens: readonly Token[], at: number): Person => ({
  ...nobody,
  from: at,
  to: at + 1,
  plural: /^the[ym]/.test(tokens[at]!.low),
});

/** Those of whom a predicate at a token tells: its subject, with all that is joined to it. */
export function subjectBefore(
  tokens: readonly Token[],
  people: readonly Person[],
  at: number,
): Person[] {
  const floor = floorOf(tokens, at);
  const who = relativeBefore(tokens, at, floor);
  if (who >= 0) {
    // "the father of a girl who was shot": whom the relative clause follows.
    const last = people.findLastIndex((person) => person.to <= who && person.from >= floor);
    if (last >= 0 && who - people[last]!.to <= 6) {
      // "Six were shot, including two who died": of the two only.
      const own = people[last]!;
      return own.part ? [{ ...own, part: false }] : joinedLeft(tokens, people, last);
    }
    // "they had a hard time identifying Smith, who was": whoever the name stands for, not "they".
    const name = tokens[who - 1]?.low === ',' ? who - 2 : who - 1;
    if (tokens[name]?.capital && tokens[who + 1]?.low === 'was')
      return [{ ...nobody, from: name, to: name + 1 }];
  }
  let chosen = -1;
  for (let i = people.length - 1; i >= 0; i--) {
    const person = people[i]!;
    if (person.to > at) continue;
    if (person.from < floor) break;
    if (chosen < 0) chosen = i;
    // What hangs on a preposition is seldom the subject, if anything else is there; nor is an owner.
    if (!PREPOSITIONS.has(tokens[person.from - 1]?.low ?? '') && !isOwner(tokens, person)) {
      chosen = i;
      break;
    }
  }
  // "He took his mother's gun and shot himself".
  if (chosen >= 0 && isOwner(tokens, people[chosen]!)) {
    const { from } = people[chosen]!;
    const subject = tokens.findLastIndex(({ low }, i) => i < from && NOMINATIVE.has(low));
    if (subject >= floor) return [pronounAt(tokens, subject)];
  }
  const from = chosen < 0 ? floor : people[chosen]!.to;
  for (let i = at - 1; i >= from; i--) {
    if (NOMINATIVE.has(tokens[i]!.low)) return [pronounAt(tokens, i)];
  }
  return chosen < 0 ? [] : joinedLeft(tokens, people, chosen);
}

function floorOf(tokens: readonly Token[], at: number): number {
  let floor = at;
  while (floor > 0 && at - floor < REACH && !BREAK.has(tokens[floor - 1]!.low)) floor--;
  return floor;
}

/** The "who" that a predicate belongs to; -1 where a pronoun or nothing stands between. */
function relativeBefore(tokens: readonly Token[], at: number, floor: number): number {
  for (let i = at - 1; i >= floor; i--) {
    const { low } = tokens[i]!;
    if (low === 'who') return i;
    if (NOMINATIVE.has(low)) return -1;
  }
  return -1;
}

function joinedLeft(tokens: readonly Token[], people: readonly Person[], last: number): Person[] {
  const found = [people[last]!];
  for (let i = last - 1; i >= 0; i--) {
    // "Five people, including a baby, were taken to hospital": of parts the whole is meant.
    const { part } = found[0]!;
    if (!part && !isCoordinated(tokens, people[i]!.to, found[0]!.from)) break;
    found.unshift(people[i]!);
  }
  return found;
}

/** The person right behind a verb: "struck the boy", "hit him". */
export function objectBehind(
  tokens: readonly Token[],
  people: readonly Person[],
  to: number,
): Person[] {
  const next = tokens[to]?.low ?? '';
  // "sent both himself and a girl to hospital"
  if (next === 'both' && OBJECTS.test(tokens[to + 1]?.low ?? ''))
    return objectBehind(tokens, people, to + 1);
  // "killing her and another woman", "hitting himself and his daughters".
  const joined = OBJECTS.test(next) && tokens[to + 1]?.low === 'and' ? to + 2 : -1;
  const with_ = joined < 0 ? undefined : people.find(({ from }) => from === joined);
  if (with_) return [pronounAt(tokens, to), ownedBy(tokens, people, with_)];
  if (next === 'him' || next === 'them') return [pronounAt(tokens, to)];
  // "a shooting; suspect in custody": what a mark parts is no object.
  const reach = /^[;:.?!]$/.test(next) ? to : to + 1;
  const found = people.findIndex(({ from }) => from >= to && from <= reach);
  if (found >= 0) return joinedRight(tokens, people, found);
  return next === 'her' ? [pronounAt(tokens, to)] : [];
}

/** "his wife and their son": with those that are joined to the first. */
function joinedRight(tokens: readonly Token[], people: readonly Person[], first: number): Person[] {
  const list = [ownedBy(tokens, people, people[first]!)];
  for (const person of people.slice(first + 1)) {
    const last = list.at(-1)!;
    if (person.from < last.to) continue;
    if (!isCoordinated(tokens, last.to, person.from) || sayings.at(tokens, person.to)) break;
    list.push(person);
  }
  return list;
}

const OBJECTS = /^(?:him|her|himself|herself)$/;

const isOwner = (tokens: readonly Token[], { to }: Person): boolean =>
  /^(?:'s|'|’)$/.test(tokens[to]?.low ?? '');

/** "the senator's grandson": not the senator. */
export function ownedBy(
  tokens: readonly Token[],
  people: readonly Person[],
  person: Person,
): Person {
  if (!isOwner(tokens, person)) return person;
  return people.find(({ from }) => from === person.to + 1) ?? person;
}

/** Whom a relative clause follows; null where no one stands near. */
export function relativeSubject(
  tokens: readonly Token[],
  people: readonly Person[],
  who: number,
): Person | null {
  const last = people.findLast((person) => person.to <= who);
  if (!last) return null;
  // "his daughter, 16, who".
  const aged = tokens[last.to]?.low === ',' && tokens[last.to + 2]?.low === ',' ? 2 : 0;
  return who - last.to <= 1 + aged ? last : null;
}

/** The people right before a token, an age in between at most, with those joined to them. */
export function subjectNear(
  tokens: readonly Token[],
  people: readonly Person[],
  at: number,
): Person[] {
  const aged = tokens[at - 1]?.low === ',' && tokens[at - 3]?.low === ',' ? 3 : 0;
  const ages = at - agesFrom(tokens, at);
  const last = people.findLastIndex(
    ({ to }) => to === at || (aged > 0 && to === at - aged) || (ages > 0 && to === at - ages),
  );
  return last < 0 ? [] : joinedLeft(tokens, people, last);
}
