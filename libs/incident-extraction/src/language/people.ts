import { type ActorClass, actorClass, type PersonNoun, personNouns } from '../lexicon/actors.js';
import type { PhraseMatch } from '../lexicon/phrase-index.js';
import { triggers } from '../lexicon/triggers.js';
import type { Token } from '../text/tokens.js';
import {
  DETERMINERS,
  NO_PERSON,
  NOT_NAMES,
  NUMBER_FOLLOWERS,
  PHRASE_STOPS,
} from './function-words.js';
import type { NumberExpression, Quantity } from './numbers.js';

/** A phrase that stands for people: tokens `from`..`to` (exclusive). */
export interface Person {
  from: number;
  to: number;
  /** Null for a bare number or name. */
  readonly actor: ActorClass | null;
  readonly plural: boolean;
  /** As counted in the text; null where no number is given. */
  readonly count: Quantity | null;
  name: string | null;
  age: number | null;
  /** Already counted by the phrase before it ("12 people, including three children"). */
  part: boolean;
}

/** "25-year-old", "two-month-old"; months and weeks give no age in years. */
const AGE = /^(\d{1,3})-years?-old$/;
const AGED = /^[\p{L}\d]+(?:-\p{L}+)?-(?:year|month|week|day)s?-olds?$/u;

/** All phrases for people in a sentence, in order, not overlapping. */
export function findPeople(
  tokens: readonly Token[],
  numbers: readonly NumberExpression[],
  upperCase: boolean,
): Person[] {
  const people = headed(tokens, numbers, upperCase);
  const taken = new Set<number>();
  for (const person of people) for (let i = person.from; i < person.to; i++) taken.add(i);
  for (const number of numbers) {
    if (taken.has(number.from) || taken.has(number.to)) continue;
    const follower = tokens[number.to]?.low ?? '.';
    if (!NUMBER_FOLLOWERS.has(follower)) continue;
    // "one of the members" counts members, who are no lexicon's people here.
    if (follower === 'of' && tokens[number.to + 1]?.low !== 'them') continue;
    const to = follower === 'others' || follower === 'more' ? number.to + 1 : number.to;
    people.push({ ...nobody, from: number.from, to, plural: number.best !== 1, count: number });
    for (let i = number.from; i < to; i++) taken.add(i);
  }
  people.push(...agedOnly(tokens, taken));
  if (!upperCase) people.push(...names(tokens, taken));
  people.sort((a, b) => a.from - b.from);
  const joined = joinAppositions(tokens, people);
  markParts(tokens, joined);
  return joined;
}

/** "a 17-year-old" with no noun behind. */
function agedOnly(tokens: readonly Token[], taken: Set<number>): Person[] {
  const found: Person[] = [];
  for (const [i, token] of tokens.entries()) {
    if (taken.has(i) || !AGED.test(token.low)) continue;
    const from = DETERMINERS.has(tokens[i - 1]?.low ?? '') ? i - 1 : i;
    const age = AGE.exec(token.low);
    const plural = token.low.endsWith('olds');
    found.push({
      ...nobody,
      actor: actorClass('civilian'),
      from,
      to: i + 1,
      plural,
      age: age ? Number(age[1]) : null,
    });
    taken.add(i);
  }
  return found;
}

const nobody = { actor: null, plural: false, count: null, name: null, age: null, part: false };

/** Phrases with a noun from the lexicon as head, and the proper name that follows it. */
function headed(
  tokens: readonly Token[],
  numbers: readonly NumberExpression[],
  upperCase: boolean,
): Person[] {
  const found: Person[] = [];
  let floor = 0;
  for (const noun of compounds(personNouns.findAll(tokens))) {
    const { from, count, age } = leftEdge(tokens, noun.from, floor, numbers);
    let to = noun.to;
    const name = noun.value.plural ? null : nameAt(tokens, to, upperCase);
    if (name) to = name.to;
    const years = age ?? ageAfter(tokens, to);
    const plural = noun.value.plural;
    found.push({
      from,
      to,
      actor: noun.value.actor,
      plural,
      count,
      name: name?.text ?? null,
      age: years,
      part: false,
    });
    floor = to;
  }
  return found;
}

/** "taxi driver", "police officer father": of adjacent nouns the last is the head. */
function compounds(matches: PhraseMatch<PersonNoun>[]): PhraseMatch<PersonNoun>[] {
  const heads: PhraseMatch<PersonNoun>[] = [];
  for (const match of matches) {
    const last = heads.at(-1);
    if (last && last.to === match.from) heads[heads.length - 1] = { ...match, from: last.from };
    else heads.push(match);
  }
  return heads;
}

function leftEdge(
  tokens: readonly Token[],
  head: number,
  floor: number,
  numbers: readonly NumberExpression[],
): { from: number; count: Quantity | null; age: number | null } {
  let age: number | null = null;
  let from = head;
  for (let i = head - 1; i >= floor && head - i <= 6; i--) {
    const number = numbers.find((n) => n.to === i + 1);
    if (number) return { from: number.from, count: number, age };
    const token = tokens[i]!;
    const years = AGE.exec(token.low);
    if (years) age = Number(years[1]);
    if (token.low === 'of' && i > 0) {
      // "two of the victims": the number counts, the noun says whom.
      const part = numbers.find((n) => n.to === i);
      return part ? { from: part.from, count: part, age } : { from, count: null, age };
    }
    if (DETERMINERS.has(token.low)) {
      const part = tokens[i - 1]?.low === 'of' ? numbers.find((n) => n.to === i - 1) : undefined;
      if (part) return { from: part.from, count: part, age };
      return { from: i, count: null, age };
    }
    if (token.kind === 'mark' || PHRASE_STOPS.has(token.low) || isVerb(tokens, i)) break;
    from = i;
  }
  return { from, count: null, age };
}

/** A verb of the lexicon that is no participle: it ends the phrase ("assaulting police officers"). */
function isVerb(tokens: readonly Token[], at: number): boolean {
  const readings = triggers.at(tokens, at)?.value ?? [];
  return readings.length > 0 && readings.every(({ form }) => /^(?:gerund|third|base)$/.test(form));
}

/** A proper name that begins at a token; in upper-case text words that no lexicon knows. */
function nameAt(
  tokens: readonly Token[],
  at: number,
  upperCase: boolean,
): { to: number; text: string } | null {
  let to = at;
  while (to < tokens.length && to - at < 6 && isNamePart(tokens, to, upperCase)) to++;
  if (to === at || (upperCase && to - at < 2)) return null;
  return {
    to,
    text: tokens
      .slice(at, to)
      .map((t) => t.text)
      .join(' ')
      .replaceAll(' .', '.'),
  };
}

const PARTICLES = new Set(['de', 'la', 'del', 'al', 'bin', 'van', 'von', 'y', 'jr', 'ibn']);
const COMMON_ENDING = /(?:ed|ing|ly|tion|sion|ment|ity|ness|ence|ance|ism|ists?|ers)$/;

function isNamePart(tokens: readonly Token[], at: number, upperCase: boolean): boolean {
  const token = tokens[at]!;
  if (token.kind !== 'word' || NOT_NAMES.has(token.low)) return false;
  if (PARTICLES.has(token.low)) return true;
  if (!token.capital || PHRASE_STOPS.has(token.low) || DETERMINERS.has(token.low)) return false;
  if (!upperCase) return true;
  return !COMMON_ENDING.test(token.low) && !personNouns.at(tokens, at) && !triggers.at(tokens, at);
}

/** Capitalised names of two words and more, or of one with an age behind ("Smith, 25,"). */
function names(tokens: readonly Token[], taken: ReadonlySet<number>): Person[] {
  const found: Person[] = [];
  for (let i = 0; i < tokens.length;) {
    let to = i;
    while (to < tokens.length && !taken.has(to) && isNamePart(tokens, to, false)) to++;
    if (tokens[to]?.low === '.' && tokens[to - 1]?.text.length === 1) to++;
    const age = ageAfter(tokens, to);
    const words = tokens.slice(i, to).filter((t) => t.capital).length;
    const last = tokens[to - 1]?.low ?? '';
    const person = (words >= 2 && words <= 5) || (words === 1 && age !== null);
    if (person && !NO_PERSON.has(last)) {
      const name = tokens
        .slice(i, to)
        .map((t) => t.text)
        .join(' ')
        .replaceAll(' .', '.');
      found.push({ ...nobody, from: i, to, name, age });
    }
    i = Math.max(to, i + 1);
  }
  return found;
}

function ageAfter(tokens: readonly Token[], at: number): number | null {
  if (tokens[at]?.low !== ',' || !/^\d{1,3}$/.test(tokens[at + 1]?.low ?? '')) return null;
  const end = tokens[at + 2]?.low ?? '.';
  const age = Number(tokens[at + 1]!.low);
  return age < 120 && [',', '.', 'of', 'and', ')', 'was'].includes(end) ? age : null;
}

/** "his wife, Mary Smith," and "Mary Smith, a teacher," are one person each. */
function joinAppositions(tokens: readonly Token[], people: readonly Person[]): Person[] {
  const joined: Person[] = [];
  for (const person of people) {
    const last = joined.at(-1);
    const comma = last && person.from === last.to + 1 && tokens[last.to]?.low === ',';
    const single = last && !last.plural && !person.plural && !last.count && !person.count;
    const named = last && (last.name === null) !== (person.name === null);
    if (last && comma && single && named) {
      joined[joined.length - 1] = {
        ...last,
        actor: last.actor ?? person.actor,
        name: last.name ?? person.name,
        age: last.age ?? person.age,
        to: person.to,
      };
    } else joined.push(person);
  }
  return joined;
}

const INCLUDING = new Set(['including', 'among', 'include', 'included', 'includes']);

function markParts(tokens: readonly Token[], people: Person[]): void {
  for (const [i, person] of people.entries()) {
    const before = tokens[person.from - 1]?.low ?? '';
    const previous = people[i - 1];
    const listed = previous?.part && isCoordinated(tokens, previous.to, person.from);
    person.part = INCLUDING.has(before) || Boolean(listed);
  }
}

const LINKS = new Set([
  ',',
  'and',
  '&',
  'or',
  'as',
  'well',
  'plus',
  'also',
  'the',
  'along',
  'with',
]);

/** Whether only commas, ages and "and" stand between two phrases. */
export function isCoordinated(tokens: readonly Token[], from: number, to: number): boolean {
  if (to <= from || to - from > 4) return false;
  return tokens
    .slice(from, to)
    .every((token) => LINKS.has(token.low) || /^\d{1,3}$/.test(token.low));
}

/** How many people a phrase stands for; null where the text leaves it open. */
export function countOf(person: Person): Quantity | null {
  if (person.count) return person.count;
  if (person.plural) return null;
  return { low: 1, best: 1, high: 1, vague: false };
}
