import { readData } from '../lexicon/data.js';
import type { Token } from '../text/tokens.js';
import type { Person } from './person.js';
import { WordSet } from '../language/word-list.js';

type Sex = 'male' | 'female';
type AgeGroup = 'child' | 'young' | 'adult';

/** What a phrase tells of the one person it stands for; null = it does not say. */
export interface Description {
  readonly first: string | null;
  readonly last: string | null;
  /** In years. */
  readonly age: number | null;
  readonly sex: Sex | null;
  readonly ageGroup: AgeGroup | null;
  /** Told of as the one who did it ("the gunman", "a suspect"). */
  readonly attacker: boolean;
  readonly police: boolean;
  /** "he", "her". */
  readonly pronoun: boolean;
  /** "the boy", "Smith": someone told of before, or soon. */
  readonly definite: boolean;
  /** "her sister": someone else than her. */
  readonly possessed: boolean;
  /** "another man", "a second victim": someone else. */
  readonly other: boolean;
}

interface PeopleFile {
  sex: Record<Sex, string[]>;
  age: Record<AgeGroup, string[]>;
  attackers: string[];
  others: string[];
  pronouns: string[];
}

const file = readData<PeopleFile>('people.json');
const inverted = <K extends string>(lists: Record<K, string[]>): ReadonlyMap<string, K> =>
  new Map(
    (Object.entries(lists) as [K, string[]][]).flatMap(([kind, words]) =>
      words.map((word): [string, K] => [word, kind]),
    ),
  );
const sexes = inverted(file.sex);
const ages = inverted(file.age);
const attackers = new WordSet(file.attackers);
const others = new WordSet(file.others);
const pronouns = new WordSet(file.pronouns);

const DEFINITE = new WordSet([
  'the',
  'this',
  'that',
  'his',
  'her',
  'their',
  'its',
  'my',
  'our',
  'those',
]);
const SUFFIX = /^(?:jr|sr|ii|iii|iv)$/;

/** Reads a phrase's words. */
export function describePerson(tokens: readonly Token[], person: Person): Description {
  const words = tokens.slice(person.from, person.to).map((token) => token.low);
  const pronoun = words.length === 1 && pronouns.has(words[0]!);
  const name = (person.name ?? '')
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .split(/[\s.]+/)
    .filter((w) => w && !SUFFIX.test(w));
  // "his daughter": the head says the sex, not whose she is.
  const own = pronoun ? words : words.filter((word) => word !== 'his' && word !== 'her');
  const { age } = person;
  return {
    first: name.length > 1 ? name[0]! : null,
    last: name.at(-1) ?? null,
    age,
    sex: lastOf(own, sexes),
    ageGroup: groupOf(age) ?? (age === null ? lastOf(own, ages) : null),
    attacker: words.some((word) => attackers.has(word)),
    police: person.actor?.id === 'police',
    pronoun,
    definite: pronoun || person.name !== null || DEFINITE.has(words[0] ?? ''),
    possessed:
      (/^(?:his|her|their)$/.test(words[0] ?? '') && words.length > 1) ||
      /^(?:'s|’s)$/.test(tokens[person.from - 1]?.low ?? ''),
    other: words.some((word) => others.has(word)),
  };
}

function lastOf<T>(words: readonly string[], meanings: ReadonlyMap<string, T>): T | null {
  for (let i = words.length - 1; i >= 0; i--) {
    const found = meanings.get(words[i]!);
    if (found !== undefined) return found;
  }
  return null;
}

/** Those of 17 to 20 are called boys as well as men. */
function groupOf(age: number | null): AgeGroup | null {
  if (age === null || (age >= 17 && age <= 20)) return null;
  return age < 13 ? 'child' : age < 17 ? 'young' : 'adult';
}

/** Whether two descriptions can be of one person. */
export function canBeSame(a: Description, b: Description): boolean {
  if (a.last && b.last) {
    if (a.last === b.last) return !a.first || !b.first || a.first === b.first;
    // "John Roe" and "John": a first name alone.
    return (!a.first && a.last === b.first) || (!b.first && b.last === a.first);
  }
  if (a.age !== null && b.age !== null && a.age !== b.age) return false;
  if (a.sex && b.sex && a.sex !== b.sex) return false;
  const pronoun = a.pronoun || b.pronoun;
  if (!pronoun && a.police !== b.police && (a.attacker || b.attacker || a.ageGroup === 'child'))
    return false;
  return !((a.ageGroup === 'adult') !== (b.ageGroup === 'adult') && a.ageGroup && b.ageGroup);
}

/** What both descriptions tell together. */
export function combine(a: Description, b: Description): Description {
  const named = a.last ? a : b;
  const age = a.age ?? b.age;
  return {
    first: a.first ?? b.first,
    last: a.first ? a.last : b.first ? b.last : named.last,
    age,
    sex: a.sex ?? b.sex,
    ageGroup: age !== null ? groupOf(age) : (a.ageGroup ?? b.ageGroup),
    attacker: a.attacker || b.attacker,
    police: a.police || b.police,
    pronoun: a.pronoun && b.pronoun,
    definite: a.definite || b.definite,
    possessed: a.possessed || b.possessed,
    other: a.other || b.other,
  };
}
