import { isHeldBy, isHolderOf } from './apposition.js';
import { inState } from './containment.js';
import { foldName } from './fold.js';
import type { Candidate, Gazetteer } from './gazetteer.js';
import { personNames } from './persons.js';
import { signalsOf } from './signals.js';
import type { Surroundings } from './signals.js';
import type { Token } from './tokens.js';
import { isUpperCase } from './tokens.js';
import { compassLetter, isCut, isQuarter } from './whole-names.js';
import {
  COMMON_WORDS,
  DIVISION,
  DIVISION_OFFICE,
  FIRST_NAMES,
  NOT_PLACES,
  SAYING,
} from './words.js';

/** One place that a name may mean. */
export interface Reading extends Candidate {
  /** Found without a last word that says what the place is: "Dublin" for "Dublin City". */
  readonly shortened: boolean;
}

/** A name of the gazetteer in the text, with what its neighbours say about it. */
export interface Name {
  /** Position among the document's names. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly folded: string;
  /** `folded` without "county": a county and its namesake town say nothing for each other. */
  readonly root: string;
  readonly readings: readonly Reading[];
  /** Population of the most populous reading. */
  readonly top: number;
  /** The word is a people's; its one reading is their country or region. */
  readonly demonym: boolean;
  /** The name right after this one and a comma, or said to hold it, by its index: the state behind its town. */
  readonly container: number | null;
  readonly subjectOfSaying: boolean;
  /** "province", "county", "state" follows: that word, else "". */
  readonly division: string;
  readonly signals: readonly string[];
}

const MAX_WORDS = 6;
/** At most so many readings, the most populous first; nothing is called more often in one country. */
const MAX_READINGS = 120;
const INNER = new Set(
  'of de la las los el es ez al az del and the da do dos di sur sous en upon on bel e i y le les du des au aux am an der ob'.split(
    ' ',
  ),
);
/** Last words that news adds to a town's name, or that its table leaves out: "Guatemala City" is no country. */
const SORTS = new Set('city town village township borough parish metro'.split(' '));
const SHORT = /^(st|ft|mt)\b/;
const SHORT_FOR: Readonly<Record<string, string>> = { st: 'saint', ft: 'fort', mt: 'mount' };

/** The names that are known. */
export interface Lexicon {
  readonly gazetteer: Gazetteer;
  /** Rows of the places that peoples are named after, by demonym, folded. */
  readonly demonyms: ReadonlyMap<string, number>;
  /** What names of earlier texts mean: news names the same places again. */
  readonly known: Known;
}

/** Most names that are remembered, folded; beyond it all are forgotten. */
const MAX_KNOWN = 10_000;

/** Finds the longest names of the gazetteer and of peoples. */
export function recognise(tokens: readonly Token[], lexicon: Lexicon): Name[] {
  const { gazetteer, known } = lexicon;
  if (known.size > MAX_KNOWN) known.clear();
  const upperCase = isUpperCase(tokens);
  const persons = upperCase ? new Set<string>() : personNames(tokens, gazetteer);
  const surroundings: Surroundings = { tokens, upperCase, persons };
  const found: Found[] = [];
  for (let i = 0; i < tokens.length;) {
    const name = tokens[i]?.capitalised ? longest(tokens, i, lexicon) : null;
    if (name && isWhole(name, surroundings, gazetteer)) found.push(name);
    i = name ? name.last + 1 : i + 1;
  }
  return found.map((name, i) => nameOf(name, i, found, surroundings, gazetteer));
}

/** No part of a person's or of another name, and no words that capitals alone make a name of. */
function isWhole(name: Found, text: Surroundings, gazetteer: Gazetteer): boolean {
  if (isFirstName(name, text) || isCut(name.last, text.tokens)) return false;
  if (isQuarter(name.first, text.tokens) || isPlainWord(name, text)) return false;
  // "THE NECK" in a wire's capitals is Portland by no more than its other names.
  const isOtherTown = ({ id, alternate }: Reading): boolean =>
    alternate && gazetteer.kind(id) === 'city';
  return !(text.upperCase && /^the /.test(name.folded) && name.readings.every(isOtherTown));
}

/**
 * "Reading is fun": a common word at a sentence's beginning, of which something is said; "TOLD US" in a wire's capitals,
 * where "THE US" and "U.S." are the country.
 */
function isPlainWord({ first, last, folded }: Found, { tokens, upperCase }: Surroundings): boolean {
  if (upperCase) return tokens[first]!.text === 'US' && tokens[first - 1]?.lower !== 'the';
  if (first !== last || !tokens[first]!.initial || !COMMON_WORDS.has(folded)) return false;
  const next = tokens[last + 1];
  return next?.joined === true && /^(?:is|was|are|were)$/.test(next.lower);
}

/** "Paris Hilton": a first name with a last name behind it, where nothing says that it is where. */
function isFirstName(name: Found, text: Surroundings): boolean {
  if (name.first !== name.last || !FIRST_NAMES.has(name.folded) || text.upperCase) return false;
  const signals = signalsOf(name, text);
  const placed = signals.includes('located') || signals.includes('afterComma');
  // "Sydney Swans": teams and firms are more often named in the plural than people are.
  const plural = text.tokens[name.last + 1]?.lower.endsWith('s');
  return signals.includes('before:name') && !placed && !plural;
}

interface Found extends Match {
  readonly first: number;
  readonly last: number;
}

function longest(tokens: readonly Token[], first: number, lexicon: Lexicon): Found | null {
  const code = stateCode(tokens, first, lexicon);
  if (code) return code;
  let folded = '';
  let best: Found | null = null;
  const end = Math.min(first + MAX_WORDS, tokens.length);
  for (let last = first; last < end; last++) {
    const token = tokens[last] as Token;
    if (last > first && !token.joined) break;
    // "Opa-locka": a hyphen goes on a name, whatever letter follows.
    const goesOn = last > first && (token.hyphened || INNER.has(token.lower));
    if (!token.capitalised && !goesOn) break;
    const word = (last === first ? compassLetter(tokens, first) : null) ?? foldWord(token);
    if (word === null) break;
    folded = joined(folded, word);
    const possessed = token.possessive ? `${folded}s` : null;
    const begins = mayBegin(folded, token, lexicon);
    if (token.capitalised || token.hyphened) {
      const found =
        (begins ? lookup(folded, lexicon) : null) ??
        (possessed === null ? null : lookup(possessed, lexicon));
      if (found) best = { first, last, ...found };
    }
    if (possessed !== null) folded = possessed;
    else if (!begins) break;
  }
  return best;
}

/**
 * "Mobile, AL", "Gary, IN": two capitals behind a comma, in text that is not all in capitals, are a state even
 * where they spell a common word.
 */
function stateCode(tokens: readonly Token[], at: number, { gazetteer }: Lexicon): Found | null {
  const { text, lower, afterComma } = tokens[at] as Token;
  if (!afterComma || !NOT_PLACES.has(lower) || !/^[A-Z]{2}$/.test(text)) return null;
  const before = tokens[at - 1]?.text ?? '';
  if (before === before.toUpperCase()) return null;
  const readings = gazetteer
    .lookupFolded(lower)
    .filter(({ id }) => gazetteer.kind(id) === 'admin1')
    .map((each) => ({ ...each, shortened: false }));
  if (readings.length === 0) return null;
  const top = readings.reduce((max, { id }) => Math.max(max, gazetteer.population(id)), 0);
  return { first: at, last: at, folded: lower, demonym: false, readings, plain: readings, top };
}

/** Most words are plain, and `lower` is what they fold to. */
const foldWord = ({ lower, text }: Token): string | null =>
  isPlain(lower) ? lower : foldName(text);

/** Nothing but the letters from a to z: a loop over a short word is faster than an expression. */
function isPlain(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    if (unit < 0x61 || unit > 0x7a) return false;
  }
  return word !== '';
}

const joined = (words: string, word: string): string =>
  words === '' ? word : word === '' ? words : `${words} ${word}`;

/** Whether words that end with a token may be a name or go on to one. */
const mayBegin = (folded: string, { lower }: Token, { gazetteer, demonyms }: Lexicon): boolean =>
  gazetteer.mayBegin(folded) || SORTS.has(lower) || isShort(folded) || demonyms.has(folded);

/** Of all that `SHORT` finds the second letter is a "t". */
const isShort = (folded: string): boolean => folded[1] === 't' && SHORT.test(folded);

interface Match extends Pick<Name, 'folded' | 'readings' | 'demonym' | 'top'> {
  /** The readings of a name that stands by itself. */
  readonly plain: readonly Reading[];
}
/** What was looked up before, by the folded name. */
export type Known = Map<string, Match | null>;

function lookup(folded: string, lexicon: Lexicon): Match | null {
  const { known } = lexicon;
  let match = known.get(folded);
  if (match === undefined) known.set(folded, (match = matchOf(folded, lexicon)));
  return match;
}

function matchOf(folded: string, { gazetteer, demonyms }: Lexicon): Match | null {
  if (NOT_PLACES.has(folded)) return null;
  const people = demonyms.get(folded);
  if (people !== undefined) {
    const reading = { id: people, alternate: false, shortened: false };
    return { folded, demonym: true, readings: [reading], plain: [reading], top: 0 };
  }
  const own = gazetteer.lookupFolded(folded).map((each) => ({ ...each, shortened: false }));
  const whole = folded.replace(SHORT, (short) => (short === folded ? short : SHORT_FOR[short]!));
  const spelled = whole === folded ? [] : gazetteer.lookupFolded(whole);
  const blank = whole.lastIndexOf(' ');
  const sorted = blank > 0 && SORTS.has(whole.slice(blank + 1));
  const isTown = ({ id }: Candidate) => /^(city|admin2)$/.test(gazetteer.kind(id));
  const shorter = sorted ? gazetteer.lookupFolded(whole.slice(0, blank)).filter(isTown) : [];
  if (own.length + spelled.length + shorter.length === 0) return null;
  // Where no town of some size is "St. Paul" by its own name, "Saint Paul" is as good as that.
  const isOwn = ({ id, alternate }: Reading): boolean =>
    !alternate && gazetteer.population(id) >= KNOWN_TOWN;
  const full = [...own, ...spelled.map((each) => ({ ...each, shortened: false }))];
  const readings = distinct([
    ...(own.some(isOwn) ? [] : full.filter(({ alternate }) => !alternate)),
    ...full,
    ...shorter.map((each) => ({ ...each, shortened: true })),
  ]);
  const topOf = (all: readonly Reading[]): number =>
    all.reduce((max, { id }) => Math.max(max, gazetteer.population(id)), 0);
  const all = withoutFormer(folded, readings, gazetteer);
  if (all.length === 0) return null;
  const today = all.slice(0, MAX_READINGS);
  const plain = withoutNamesakes(today, gazetteer);
  return { folded, demonym: false, readings: today, plain, top: topOf(all) };
}

/** So large a town is what its own name means, rather than another that was called so once. */
const KNOWN_TOWN = 10_000;
/** So large a city is known by other names, too: "Big Apple". */
const NICKNAMED = 500_000;
/**
 * Where a town's own name is English its other names are those of another script, or of settlements that it was
 * before: "Feltonville" for Hudson, Massachusetts.
 */
const ENGLISH = new Set(['USA', 'GBR', 'CAN', 'AUS', 'NZL', 'IRL']);

/**
 * "Berea" was Aleppo in antiquity: where a town of some size has the name for its own, cities with quite
 * another name drop out, and so do those whose own name is English. "Kharkov" for "Kharkiv" is no other name, nor
 * "Basra" for "Al Basrah".
 */
function withoutFormer(
  folded: string,
  readings: readonly Reading[],
  gazetteer: Gazetteer,
): Reading[] {
  const known = readings.some(
    ({ id, alternate, shortened }) =>
      !alternate &&
      !shortened &&
      gazetteer.kind(id) === 'city' &&
      gazetteer.population(id) >= KNOWN_TOWN,
  );
  const words = new Set(folded.split(' '));
  const isSpelling = (id: number): boolean =>
    (foldName(gazetteer.place(id).name) ?? '')
      .split(' ')
      .some((word) => word[0] === folded[0] || words.has(word));
  const isFormer = (id: number): boolean =>
    known || (gazetteer.population(id) < NICKNAMED && ENGLISH.has(gazetteer.countryIso3(id) ?? ''));
  return readings.filter(
    ({ id, alternate }) =>
      !alternate || gazetteer.kind(id) !== 'city' || !isFormer(id) || isSpelling(id),
  );
}

function distinct(readings: readonly Reading[]): Reading[] {
  const seen = new Set<number>();
  return readings.filter(({ id }) => !seen.has(id) && seen.add(id));
}

const COUNTY = / county$/;

function nameOf(
  found: Found,
  i: number,
  all: readonly Found[],
  text: Surroundings,
  gazetteer: Gazetteer,
): Name {
  const { tokens } = text;
  const last = tokens[found.last] as Token;
  const after = tokens[found.last + 1];
  const next = after?.joined ? after.lower : '';
  const following = all[i + 1];
  const contained = after?.afterComma && following?.first === found.last + 1;
  const container = contained ? i + 1 : holderOf(i, all, tokens);
  const signals = signalsOf(found, text);
  const before = tokens[found.first]?.joined ? (tokens[found.first - 1]?.lower ?? '') : '';
  const own = divided(found, before, next, gazetteer);
  return {
    index: i,
    folded: found.folded,
    root: found.folded.replace(COUNTY, ''),
    readings: contained ? inState(own, following.readings, gazetteer) : own,
    demonym: found.demonym,
    top: found.top,
    start: (tokens[found.first] as Token).start,
    end: last.end,
    container,
    subjectOfSaying: !signals.includes('located') && SAYING.has(next),
    division: DIVISION.has(next) ? next : '',
    signals,
  };
}

/** The neighbour that a name is said to lie in, by its index; null where neither is. */
function holderOf(i: number, all: readonly Found[], tokens: readonly Token[]): number | null {
  const found = all[i]!;
  const [before, following] = [all[i - 1], all[i + 1]];
  if (following && isHeldBy(found, following, tokens)) return i + 1;
  return before && isHolderOf(before, found, tokens) ? i - 1 : null;
}

/**
 * "Almaty province" is the division where one is called so, never its town, and so are "upstate New York" and
 * the state of "the New York governor".
 */
function divided(
  { readings, plain }: Found,
  before: string,
  next: string,
  gazetteer: Gazetteer,
): readonly Reading[] {
  const isKind = (kinds: RegExp) => readings.filter(({ id }) => kinds.test(gazetteer.kind(id)));
  const outskirts = before === 'upstate' || before === 'downstate';
  const division = outskirts || DIVISION.has(next);
  const first = DIVISION_OFFICE.has(next) || (/ern$/.test(before) && isState(readings, gazetteer));
  const areas = division ? isKind(/^(?!city)/) : first ? isKind(/^(admin1|country)$/) : [];
  if (areas.length > 0) return areas;
  return division ? readings : plain;
}

/** The name is a division's own, and its town's no more than for short: "New York" for New York City. */
function isState(readings: readonly Reading[], gazetteer: Gazetteer): boolean {
  const bears = (kind: 'admin1' | 'city', short: boolean): Reading[] =>
    readings.filter(({ id, alternate }) => alternate === short && gazetteer.kind(id) === kind);
  const towns = bears('city', true);
  return bears('admin1', false).some((area) =>
    towns.some(
      ({ id }) =>
        gazetteer.admin1(id) === gazetteer.admin1(area.id) &&
        gazetteer.country(id) === gazetteer.country(area.id),
    ),
  );
}

/** Share of a division's people above which the town of the same name is meant. */
const SEAT_SHARE = 0.1;

/** "Basra" is the town, though the gazetteer files it under "Basrah" and its division under the name itself. */
function withoutNamesakes(readings: readonly Reading[], gazetteer: Gazetteer): readonly Reading[] {
  const towns = readings.filter(({ id, alternate }) => alternate && gazetteer.kind(id) === 'city');
  if (towns.length === 0) return readings;
  const isNamesake = ({ id }: Reading): boolean =>
    /^admin[12]$/.test(gazetteer.kind(id)) &&
    towns.some(
      (town) =>
        gazetteer.admin1(town.id) === gazetteer.admin1(id) &&
        gazetteer.country(town.id) === gazetteer.country(id) &&
        gazetteer.population(town.id) > SEAT_SHARE * gazetteer.population(id),
    );
  return readings.filter((reading) => !isNamesake(reading));
}
