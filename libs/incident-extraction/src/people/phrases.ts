import { DETERMINERS, NUMBER_FOLLOWERS, PHRASE_STOPS } from '../language/function-words.js';
import { actorClass, type PersonNoun, personNouns } from '../lexicon/actors.js';
import type { PhraseMatch } from '../lexicon/phrase-index.js';
import { exactly, type NumberExpression, type Quantity } from '../numbers/counts.js';
import { isTitleCase } from '../text/title-case.js';
import type { Token } from '../text/tokens.js';
import { ageAt, BOTH, isAged, leftEdge, YEARS } from './edges.js';
import { ageAfter, nameAt, names, type Taken } from './names.js';
import { agesOf, joinAppositions, markParts } from './parts.js';
import { nobody, type Person } from './person.js';
import { WordList, WordSet } from '../language/word-list.js';

/** All phrases for people in a sentence, in order, not overlapping. */
export function findPeople(
  tokens: readonly Token[],
  numbers: readonly NumberExpression[],
  upperCase: boolean,
  known: ReadonlySet<string> = new Set(),
): Person[] {
  const headline = !upperCase && isTitleCase(tokens);
  const people: Person[] = [];
  const taken: Taken = new Uint8Array(tokens.length);
  const take = (found: readonly Person[]): void => {
    for (const person of found) {
      taken.fill(1, person.from, person.to);
      people.push(person);
    }
  };
  take(headed(tokens, numbers, upperCase, headline));
  if (numbers.length > 0) {
    take(nationals(tokens, numbers, taken));
    take(bareNumbers(tokens, numbers, taken));
  }
  take(bareOthers(tokens, taken));
  take(agedOnly(tokens, taken, upperCase, headline));
  if (!upperCase) take(names(tokens, taken, headline, known));
  if (people.length === 0) return people;
  people.sort((a, b) => a.from - b.from);
  const joined = joinAppositions(tokens, people);
  markParts(tokens, joined);
  return joined;
}

/** "two Freedonians were shot": a people in the plural, counted, where a verb or the sentence goes on. */
function nationals(
  tokens: readonly Token[],
  numbers: readonly NumberExpression[],
  taken: Taken,
): Person[] {
  return numbers.flatMap((number) => {
    const head = tokens[number.to];
    if (number.best === 1 || taken[number.from] === 1 || taken[number.to] === 1) return [];
    if (head?.kind !== 'word' || !head.capital || !PEOPLES.test(head.low)) return [];
    const next = tokens[number.to + 1];
    if (next && next.kind === 'word' && (next.capital || isNoun(next))) return [];
    const actor = actorClass('civilian');
    return [
      { ...nobody, actor, from: number.from, to: number.to + 1, plural: true, count: number },
    ];
  });
}

/** Endings of the names of peoples. */
const PEOPLES = /[a-z](?:ans|is|ese|ards|eks|rks|nes|ons|bs|ts|ds)$/;

/** Numbers with no noun of their own: "four were shot", "three others". */
function bareNumbers(
  tokens: readonly Token[],
  numbers: readonly NumberExpression[],
  taken: Taken,
): Person[] {
  const found: Person[] = [];
  for (const number of numbers) {
    if (taken[number.from] === 1 || taken[number.to] === 1) continue;
    const follower = tokens[number.to]?.low ?? '.';
    // "killing two before": an object, whatever follows that is no noun.
    const before = tokens[number.from - 1]?.low ?? '';
    const object = HARMING.test(before) && !isNoun(tokens[number.to]);
    // "Shooting sends three to hospital"
    const sent = follower === 'to' && /^(?:sends?|sending|sent)$/.test(before);
    // "the three found dead in a house"
    const lying = follower === 'found' && FOUND.test(tokens[number.to + 1]?.low ?? '');
    if (!NUMBER_FOLLOWERS.has(follower) && !object && !sent && !lying) continue;
    // "shot three more times".
    if (follower === 'more' && TIMES.test(tokens[number.to + 1]?.low ?? '')) continue;
    // "one of the members" counts members, who are no lexicon's people here.
    const to = /^(?:others?|more)$/.test(follower) ? number.to + 1 : partTo(tokens, number.to);
    if (to === null) continue;
    found.push({ ...nobody, from: number.from, to, plural: number.best !== 1, count: number });
  }
  return found;
}

const FOUND = new WordList(/^(?:dead|shot|slain|stabbed|murdered|killed|wounded|injured|alive)$/);

const TIMES = new WordList(
  /^(?:times|shots?|rounds?|bullets?|hours?|days?|weeks?|months?|years?|blocks|miles)$/,
);

/** Where "two of them", "two of the wounded" ends; null where "of" goes on to what is no one. */
function partTo(tokens: readonly Token[], to: number): number | null {
  if (tokens[to]?.low !== 'of') return to;
  const whole = tokens[to + 1]?.low ?? '';
  if (/^(?:them|those|whom)$/.test(whole)) return to + 2;
  return whole === 'the' && HARMED.test(tokens[to + 2]?.low ?? '') ? to + 3 : null;
}

const HARMED = /^(?:dead|wounded|injured|slain|hurt)$/;

/** "another was hurt", "the other is in hospital", "a second died", "both were shot". */
function bareOthers(tokens: readonly Token[], taken: Taken): Person[] {
  const found: Person[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const { low } = tokens[i]!;
    if (taken[i] === 1 || !(low === 'both' || OTHER.test(low))) continue;
    const before = tokens[i - 1]?.low ?? '';
    const object = HARMING.test(before) && !isNoun(tokens[i + 1]);
    // "A man and a woman, both died": who they are is told.
    const told = before === ',' && taken[i - 2] === 1;
    const all = isPredicate(tokens, i + 1) && OPENS.test(before || '.') && !told;
    if (low === 'both' && (all || object))
      found.push({ ...nobody, from: i, to: i + 1, plural: true, count: BOTH });
    if (!OTHER.test(low)) continue;
    const to = low === 'another' && tokens[i + 1]?.low === 'one' ? i + 2 : i + 1;
    // "killing one and wounding the other", "wounding a third".
    const rest = /^(?:the|a)$/.test(before) && HARMING.test(tokens[i - 2]?.low ?? '');
    const whom = (low === 'another' && object) || (rest && !isNoun(tokens[to]));
    if (!whom && !isPredicate(tokens, pastRemark(tokens, to))) continue;
    if (low !== 'another' && low !== 'others' && before !== 'the' && before !== 'a') continue;
    const from = /^(?:the|a)$/.test(before) ? i - 1 : i;
    found.push({ ...nobody, from, to, plural: low === 'others' });
  }
  return found;
}

/** How long a remark between commas is at most, in tokens. */
const REMARK = 8;

/** Behind a remark between commas: "another, identified as Ann Roe, was hurt"; where there is none, `at`. */
function pastRemark(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.low !== ',' || !/^(?:identified|named|known)$/.test(tokens[at + 1]?.low ?? ''))
    return at;
  const closing = tokens.findIndex(({ low }, i) => i > at && low === ',');
  return closing > 0 && closing - at <= REMARK ? closing + 1 : at;
}

/** "killing two and wounding another". */
const HARMING = /^(?:kill|wound|injur|hurt|shoot)(?:ed|ing)$|^shot$|^hurt$/;
const isNoun = (token: Token | undefined): boolean =>
  token?.kind === 'word' && !PHRASE_STOPS.has(token.low);

/** "Both died", ", and both were hurt"; behind whom it sums up it counts no one anew. */
const OPENS = /^(?:[.,;:–—-]|and|but|where|when|that)$/;

const OTHER = new WordList(/^(?:another|others?|second|third|fourth|fifth|sixth)$/);
const PREDICATE = new WordSet(
  'is was were are has had have in dead killed died dies injured wounded hurt hospitalized shot critically seriously suffered sustained remains remained critical fatally'.split(
    ' ',
  ),
);

const isPredicate = (tokens: readonly Token[], at: number): boolean =>
  PREDICATE.has(tokens[at]?.low ?? '');

/** "a 17-year-old" and "17-year-old John Roe", with no noun behind. */
function agedOnly(
  tokens: readonly Token[],
  taken: Taken,
  upperCase: boolean,
  headline: boolean,
): Person[] {
  const found: Person[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (taken[i] === 1 || (token.spelling?.plain && token.low !== 'old')) continue;
    const old = token.low === 'old' && ageAt(tokens, i) !== null;
    if (!old && !isAged(token.low)) continue;
    // "a man and a woman, both 35 years old": how old they are, and nobody else.
    if (
      old &&
      /^(?:both|each|is|was|were|just|only)$/.test(tokens[ageFrom(tokens, i) - 1]?.low ?? '')
    )
      continue;
    const start = old ? ageFrom(tokens, i) : i;
    const from = DETERMINERS.has(tokens[start - 1]?.low ?? '') ? start - 1 : start;
    const name = headline ? null : nameAt(tokens, i + 1, upperCase);
    found.push({
      ...nobody,
      actor: actorClass('civilian'),
      from,
      to: name?.to ?? i + 1,
      name: name?.text ?? null,
      plural: token.low.endsWith('olds'),
      age: ageAt(tokens, i),
    });
  }
  return found;
}

/** Where "25 years old", "25-year old" begins that ends at a token. */
const ageFrom = (tokens: readonly Token[], at: number): number =>
  YEARS.test(tokens[at - 1]!.low) ? at - 2 : at - 1;

/** Phrases with a noun from the lexicon as head, and the proper name that follows it. */
function headed(
  tokens: readonly Token[],
  numbers: readonly NumberExpression[],
  upperCase: boolean,
  headline: boolean,
): Person[] {
  const endingAt = new Map(numbers.map((number) => [number.to, number]));
  const found: Person[] = [];
  let floor = 0;
  for (const noun of compounds(tokens, personNouns.findAll(tokens))) {
    // "her unborn child" is counted with nobody.
    if (isOffice(tokens, noun.to) || tokens[noun.from - 1]?.low === 'unborn') continue;
    // "a couple of hours" counts hours.
    if (tokens[noun.to - 1]!.low === 'couple' && tokens[noun.to]?.low === 'of') continue;
    // "a male gorilla", "police dogs".
    if (ANIMALS.test(tokens[noun.to]?.low ?? '')) continue;
    const { from, count: told, whole, age } = leftEdge(tokens, noun.from, floor, endingAt);
    const { plural } = noun.value;
    const actor = isSport(tokens, noun.from) ? actorClass('civilian')! : noun.value.actor;
    const ages = plural && told === null ? agesOf(tokens, noun.to) : 0;
    const size = told === null ? sizeOf(tokens, noun, numbers) : null;
    const count = told ?? size?.count ?? (ages > 1 ? exactly(ages) : null);
    const name = plural || headline ? null : nameAt(tokens, noun.to, upperCase);
    const to = size?.to ?? name?.to ?? noun.to;
    const owner = found.at(-1);
    if (owner && plural && told === null && isOfOwner(tokens, owner, from)) {
      // "two of the minister's bodyguards": so many of whom he has.
      found[found.length - 1] = { ...owner, to, actor, plural, name: null, age: null };
      floor = to;
      continue;
    }
    // "four members of the security forces" are one phrase, which says of what.
    if (found.length > 0 && found.at(-1)!.from >= from) found.pop();
    found.push({
      from,
      to,
      actor,
      plural,
      count,
      whole,
      name: name?.text ?? null,
      age: age ?? ageAfter(tokens, to),
      part: false,
    });
    floor = to;
  }
  return found;
}

/** Whether a phrase is "two of the minister" before "'s": one man is no two. */
const isOfOwner = (
  tokens: readonly Token[],
  { from, to, count, plural }: Person,
  at: number,
): boolean =>
  !plural &&
  (count?.best ?? 0) > 1 &&
  /^(?:'s|’s)$/.test(tokens[to]?.low ?? '') &&
  at >= to &&
  at <= to + 1 &&
  tokens.slice(from, to).some(({ low }) => low === 'of');

/** "a couple", "her twin daughters", "a family of five": how many a noun stands for by itself, and where it ends. */
function sizeOf(
  tokens: readonly Token[],
  { from, to, value }: PhraseMatch<PersonNoun>,
  numbers: readonly NumberExpression[],
): { readonly count: Quantity; readonly to: number } | null {
  const head = tokens[to - 1]!.low;
  const twins = value.plural && tokens[from - 1]?.low === 'twin';
  if (head === 'couple' || twins) return { count: BOTH, to };
  const of = head === 'family' && tokens[to]?.low === 'of';
  const number = of ? numbers.find((each) => each.from === to + 1) : undefined;
  // "a family of five children" has more.
  return number && !isNoun(tokens[number.to]) ? { count: number, to: number.to } : null;
}

/** "a UFC fighter", "a mixed martial arts fighter". */
const isSport = (tokens: readonly Token[], at: number): boolean =>
  /^(?:ufc|mma|arts|prize|cage|title|championship|heavyweight|lightweight|middleweight|featherweight)$/.test(
    tokens[at - 1]?.low ?? '',
  );

const ANIMALS = new WordList(
  /^(?:animals?|gorillas?|apes?|chimpanzees?|monkeys?|dogs?|pupp(?:y|ies)|cats?|kittens?|horses?|ponies|pony|cows?|calves|calf|bulls?|cattle|sheep|lambs?|goats?|pigs?|bears?|lions?|tigers?|leopards?|wol(?:f|ves)|elephants?|rhinos?|deer|birds?|eagles?|sharks?|whales?|dolphins?|alligators?|crocodiles?|snakes?|camels?|k-9s?|canines?)$/,
);

/** "the sheriff's office": nobody in particular. */
const isOffice = (tokens: readonly Token[], at: number): boolean =>
  /^(?:'s|'|’)$/.test(tokens[at]?.low ?? '') && OFFICE.test(tokens[at + 1]?.low ?? '');
const OFFICE = /^(?:offices?|departments?|dept|bureau|headquarters|spokes(?:man|woman|person))$/;

/** "what detectives suspect was a drug deal": of a plural that investigates it is what they do. */
const isVerb = (tokens: readonly Token[], { from, to }: PhraseMatch<PersonNoun>): boolean =>
  to - from === 1 &&
  tokens[from]!.low === 'suspect' &&
  INVESTIGATING.test(tokens[from - 1]?.low ?? '');

const INVESTIGATING = new WordList(
  /^(?:detectives|authorities|investigators|officers|officials|deputies|prosecutors|they|we|some|many)$/,
);

/** "taxi driver", "police officer father": of adjacent nouns the last is the head. */
function compounds(
  tokens: readonly Token[],
  matches: PhraseMatch<PersonNoun>[],
): PhraseMatch<PersonNoun>[] {
  const heads: PhraseMatch<PersonNoun>[] = [];
  for (const match of matches) {
    const last = heads.at(-1);
    if (isVerb(tokens, match)) continue;
    if (last && last.to === match.from) heads[heads.length - 1] = { ...match, from: last.from };
    else heads.push(match);
  }
  return heads;
}
